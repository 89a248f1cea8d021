private import CQREncode

/// The most bytes that a version 4 symbol of level M holds (ISO/IEC 18004:2015, table 7).
let longestQRText = 62

/// A text as a QR code of error correction level M, a string of `0` and `1` for each row; nil where it is too long.
///
/// Version 4, of 33 modules, is the limit: at 27 mm a module is 0.8 mm wide, which an old phone reads from worn paper.
func qrMatrix(of text: String) -> [String]? {
    let bytes = Array(text.utf8)
    guard (1...longestQRText).contains(bytes.count),
        let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    // The lowest bit of each byte says whether the module is dark.
    let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
    return (0..<width).map { row in
        modules[row * width..<(row + 1) * width].reduce(into: "") { $0 += $1 & 1 == 1 ? "1" : "0" }
    }
}
