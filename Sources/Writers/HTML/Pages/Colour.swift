import Foundation

/// A colour of sRGB.
package struct Colour: Hashable, Sendable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    init(red: UInt8, green: UInt8, blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// `0xRRGGBB`.
    init(_ code: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: code >> 16),
            green: UInt8(truncatingIfNeeded: code >> 8),
            blue: UInt8(truncatingIfNeeded: code)
        )
    }

    /// `#rrggbb`.
    package init?(_ text: String) {
        guard text.count == 7, text.first == "#", let code = UInt32(text.dropFirst(), radix: 16) else { return nil }
        self.init(code)
    }

    /// From 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// From 0 to 1 (WCAG 2.2, relative luminance).
    private var luminance: Double {
        func linear(_ value: UInt8) -> Double {
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// So much of a grey in it.
    func mixed(with grey: UInt8, percent: Int) -> Colour {
        func mixed(_ value: UInt8) -> UInt8 { UInt8((Int(value) * (100 - percent) + Int(grey) * percent) / 100) }
        return Colour(red: mixed(red), green: mixed(green), blue: mixed(blue))
    }
}

extension Colour: CustomStringConvertible {
    package var description: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
