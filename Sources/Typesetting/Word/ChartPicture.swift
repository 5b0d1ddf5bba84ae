import CPango
import Tabular

/// A drawing as PNG, for documents that cannot show vectors everywhere.
enum ChartPicture {
    /// Dots for each point: sharp enough on paper.
    private static let scale = 3.0

    private final class Bytes {
        var bytes: [UInt8] = []
    }

    static func png(_ drawing: Drawing) throws(TypesettingError) -> [UInt8] {
        let library = try PDFWriter.open()
        let surface = library.pointee.cairo_image_surface_create(
            0, Int32((drawing.width * scale).rounded(.up)), Int32((drawing.height * scale).rounded(.up)))
        let cairo = library.pointee.cairo_create(surface)
        defer {
            library.pointee.cairo_destroy(cairo)
            library.pointee.cairo_surface_destroy(surface)
        }
        library.pointee.cairo_scale(cairo, scale, scale)
        let canvas = Canvas(
            library: library, cairo: cairo, typesetter: try Typesetter(canvas: cairo, library: library))
        let ground = Drawing.Mark.box(x: 0, y: 0, width: drawing.width, height: drawing.height, Colour(0xFFFFFF))
        canvas.draw(Drawing(width: drawing.width, height: drawing.height, marks: [ground] + drawing.marks), x: 0, y: 0)
        let collected = Bytes()
        let write: PageWriteFunction = { closure, bytes, count in
            guard let closure else { return 11 }
            let target = Unmanaged<Bytes>.fromOpaque(closure).takeUnretainedValue()
            target.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
            return 0
        }
        let status = library.pointee.cairo_surface_write_to_png_stream(
            surface, write, Unmanaged.passUnretained(collected).toOpaque())
        guard status == 0 else { throw .drawing(String(cString: library.pointee.cairo_status_to_string(status))) }
        return collected.bytes
    }
}
