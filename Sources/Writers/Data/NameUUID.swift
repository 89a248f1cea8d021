internal import Crypto

/// The UUID of a name: version 5 of RFC 9562 section 5.5, in the namespace for URLs, so that it stays from build to build.
///
/// SHA-1 is what that version is made of; nothing here is kept secret or safe by it.
func nameUUID(_ url: String) -> String {
    let namespaceOfURLs: [UInt8] = [
        0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]
    var bytes = Array(Insecure.SHA1.hash(data: namespaceOfURLs + Array(url.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
}
