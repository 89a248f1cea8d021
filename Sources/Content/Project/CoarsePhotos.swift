import CommonMark
package import Diagnostics

extension Project {
    /// The photos on leaflets that would look coarse on paper, each where it stands; they have to be made ready first.
    package var coarsePhotoProblems: [Diagnostic] {
        leaflets.flatMap { leaflet in
            let cover = leaflet.coverPicture?.location
            return leaflet.messages.flatMap { message in
                message.targets.compactMap { target -> Diagnostic? in
                    guard case .media(let path) = target, let width = media[path]?.picture?.width else { return nil }
                    let place = message.location == cover ? leaflet.format.coverPicture : leaflet.format.widestPicture
                    let needed = Int((Double(place) / 25.4 * leastDotsPerInch).rounded(.up))
                    guard width < needed else { return nil }
                    let problem = Problem.coarsePhoto(path, width: width, needed: needed, place: place)
                    return .warning(problem, at: message.location)
                }
            }
        }
    }
}

/// Below this the eye sees the dots of a photo in the hand; printers ask for twice as many.
private let leastDotsPerInch = 150.0

extension Leaflet {
    /// The picture before the first heading, which stands beside the title.
    fileprivate var coverPicture: Message? {
        for block in panels.first ?? [] {
            if case .heading = block { return nil }
            guard case .paragraph(let message, _) = block, case .alternativeText = message.role else { continue }
            return message
        }
        return nil
    }
}

extension Leaflet.Format {
    /// Millimetres that a picture in the text takes at most (`picture` of the template, or the column of a panel).
    fileprivate var widestPicture: Int {
        switch self {
        case .a4, .a5Booklet: 100
        case .trifold: 79
        }
    }

    /// Millimetres that the picture on the cover takes at most.
    fileprivate var coverPicture: Int {
        switch self {
        case .a4: 52
        case .a5Booklet: 128
        case .trifold: 79
        }
    }
}
