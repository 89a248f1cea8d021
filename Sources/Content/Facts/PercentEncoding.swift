/// All but the unreserved characters of RFC 3986 (section 2.3), and those of `kept`, as `%` and two digits a byte.
package func percentEncoded(_ text: some StringProtocol, keeping kept: String = "") -> String {
    text.utf8.reduce(into: "") { result, byte in
        let scalar = Unicode.Scalar(byte)
        let isUnreserved = byte < 0x80 && (scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar)))
        if isUnreserved || "-._~".unicodeScalars.contains(scalar) || byte < 0x80 && kept.utf8.contains(byte) {
            result.unicodeScalars.append(scalar)
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += "%" + (digits.utf8.count < 2 ? "0" + digits : digits)
        }
    }
}
