import Foundation
import HTMLWriter
import Referral
import Testing

@Suite struct DataBlockTests {
    @Test(arguments: ["</script>", "<!--", "<script>", "a & b", "]]>", "\u{2028}", "è «😀»", "\"\\"])
    func noTextEndsTheBlockOrChangesIt(text: String) throws {
        let block = HTML(dataBlock: ["name": .string(text)]).text
        #expect(!block.contains("<") && !block.contains(">") && !block.contains("&"))
        let read = try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: String]
        #expect(read == ["name": text])
    }
}
