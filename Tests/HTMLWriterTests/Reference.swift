private import CCMark
import Foundation

/// What libcmark's own renderer makes of a document, in its safe mode.
///
/// With one difference: libcmark writes an empty title where a link has `""`, which its tree does not tell from no title.
func referenceHTML(_ markdown: String) -> String {
    var text = markdown
    let html: String? = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { buffer in
            guard let html = cmark_markdown_to_html(buffer.baseAddress, buffer.count, CMARK_OPT_DEFAULT) else {
                return nil
            }
            defer { free(html) }
            return String(cString: html)
        }
    }
    return (html ?? "").replacing(" title=\"\"", with: "")
}
