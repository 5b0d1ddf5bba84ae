import Tabular
import Typesetting

extension FailureOfLayers {
    /// Why a PDF, or the pictures of a document, could not be made. The other formats need nothing of it.
    static func failure(_ error: TypesettingError) -> Failure {
        switch error {
        case .libraryMissing(let name):
            Failure(
                .failed, "本机没有排版用的库（\(name)），不能生成 PDF。",
                advice: "请安装 libpangocairo-1.0-0 和 libcairo2（或运行 Tools/setup），或改用 -o 文件.html 再打印。")
        case .noChineseFont:
            Failure(
                .failed, "本机没有中文字体，不能生成 PDF。",
                advice: "请安装 fonts-noto-cjk（或运行 Tools/setup）；已有别的中文字体时，用环境变量 LVZHI_FONT_BODY 写明字体名。")
        case .drawing(let message): Failure(.failed, "生成页面出错：\(message)。", advice: "请改用 -o 文件.html，并告诉维护人员。")
        case .write(let error): failure(error)
        }
    }
}
