internal import CXlsxWriter

extension SheetWriter {
    /// A chart of some columns of a table that stands on this sheet, placed below it. It is the workbook's own: it
    /// follows the cells when they are changed.
    func add(
        _ chart: TableChart, of table: TableDocument, firstRow: Int, lastRow: Int, at place: CellName
    ) throws(WriteError) {
        guard let names = table.place(ofColumn: chart.category) else { return }
        let native = try workbook.newChart(chart.kind.nativeType)
        for key in chart.series {
            guard let column = table.place(ofColumn: key) else { continue }
            guard let series = chart_add_series(native, nil, nil) else { continue }
            let (first, last) = (UInt32(firstRow - 1), UInt32(lastRow - 1))
            chart_series_set_categories(series, name, first, UInt16(names), last, UInt16(names))
            chart_series_set_values(series, name, first, UInt16(column), last, UInt16(column))
            chart_series_set_name(series, table.columns[column].name)
        }
        chart_title_set_name(native, chart.title)
        if chart.kind != .lines { chart_axis_set_reverse(native.pointee.x_axis) }
        if chart.series.count < 2 { chart_legend_set_position(native, UInt8(LXW_CHART_LEGEND_NONE.rawValue)) }
        let height = chart.kind == .lines ? 320 : 110 + 22 * (lastRow - firstRow + 1)
        var options = lxw_chart_options()
        options.x_scale = 1.6
        options.y_scale = Double(min(height, 1_600)) / 288
        try check(
            worksheet_insert_chart_opt(sheet, UInt32(place.row - 1), UInt16(place.column), native, &options), place)
    }
}

extension TableChart.Kind {
    fileprivate var nativeType: lxw_chart_type {
        switch self {
        case .bars: LXW_CHART_BAR
        case .stackedBars: LXW_CHART_BAR_STACKED
        case .lines: LXW_CHART_LINE
        }
    }
}
