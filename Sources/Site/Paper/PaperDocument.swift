package import Content
import Diagnostics

/// All that is printed of something: a sheet of a leaflet, or the blank referral form.
package struct PaperDocument: Hashable, Sendable {
    package enum Body: Hashable, Sendable {
        /// In one language, panel by panel.
        case panels([[PaperBlock]])
        /// In two: the Italian and the other, or one block for the whole width.
        case rows([[PaperBlock]])
        /// Questions to answer with a pen.
        case form(intro: [[PaperInline]], fields: [PaperField])
    }

    var meta: PaperMeta
    var body: Body
}

/// What stands in the head and the foot of every page, and how it is laid out.
struct PaperMeta: Hashable, Sendable {
    var format: Leaflet.Format
    /// Nil for the leaflet's own format; `form` for the form.
    var layout: String?
    var mostSides: Int?
    var code: String
    var title: [PaperInline]
    var language: Language
    var publisher: String
    var accent: String
    var italianTitle: [PaperInline]?
    var sample: [PaperInline]?
    /// The stamp of a draft.
    var draft: [PaperInline]?
    var illustration: PaperPicture?
    /// What links are called where they are read aloud; nil where the language has no words for them.
    var linkWords: PaperLinkWords?
    var edition: [PaperInline]
    var review: [PaperInline]
    var page: String
}

/// Before the number of a telephone, and before the address of a mailbox.
struct PaperLinkWords: Hashable, Sendable {
    var phone: String
    var email: String
}

package struct PaperBlock: Hashable, Sendable {
    indirect enum Content: Hashable, Sendable {
        case heading(level: Int, [PaperInline])
        case paragraph([PaperInline])
        case list(isTight: Bool, start: Int?, [[PaperBlock]])
        case quote([PaperBlock])
        case code(String)
        case rule
        case picture(PaperPicture)
        case box(BoxRole, title: [PaperInline], [PaperBlock])
        /// Whom to call, under a line above them all; under them, labels of lines to write on by hand.
        case contact(invitation: [PaperInline]?, [PaperContact], blanks: [[PaperInline]] = [])
        case qr(PaperCode)
        case table(head: [PaperCell], rows: [[PaperCell]])
    }

    enum BoxRole: String, Hashable, Sendable { case note, important }

    var content: Content
    /// Nil for the document's own.
    var language: Language?

    init(_ content: Content, in language: Language? = nil) {
        self.content = content
        self.language = language
    }
}

package indirect enum PaperInline: Hashable, Sendable {
    case text(String)
    /// Texts that are printed as one.
    case joined([PaperInline])
    case strong([PaperInline])
    case emphasis([PaperInline])
    case code(String)
    case lineBreak
    case link(to: String, [PaperInline])
    case span([PaperInline], Language)
    /// Left to right whatever stands around it: a mirrored phone number is a wrong one.
    case isolated(String, href: String? = nil)
    case editionName
    /// What a change of it changes in the edition; nothing where nil, and the wording unless named.
    case part(EditionPart?, PaperInline)
}

/// A cell of a table.
struct PaperCell: Hashable, Sendable {
    var content: [PaperInline]
    /// Nil for the document's own.
    var language: Language?
}

struct PaperPicture: Hashable, Sendable {
    /// SVG.
    var drawing: String
    /// The hash of the photo that the drawing holds and nothing else; nil where it is drawn.
    var photo: String?
    var alternative: [PaperInline]
}

/// Whom to call, where to go and when.
struct PaperContact: Hashable, Sendable {
    struct Phone: Hashable, Sendable {
        var label: [PaperInline]?
        var number: PaperInline
    }

    var name: [PaperInline]
    var lines: [[PaperInline]]
    var phones: [Phone]
}

/// The QR code that leads to the leaflet's page, with that page's address in letters.
struct PaperCode: Hashable, Sendable {
    var page: String
    var label: String
    var alternative: [PaperInline]
    var caption: [PaperInline]
    var place: SourceRange
}

/// A question of the form, with the room for its answer.
package struct PaperField: Hashable, Sendable {
    indirect enum Kind: Hashable, Sendable {
        case group([PaperField])
        case list(times: Int, [PaperField])
        case text(lines: Int)
        case date(like: [String], hint: [PaperInline])
        case month(like: [String])
        case choice(isMany: Bool, [Option])
        case confirmation
    }

    struct Option: Hashable, Sendable {
        var label: [PaperInline]
        var italian: [PaperInline]?
    }

    var label: [PaperInline]
    var italian: [PaperInline]?
    var help: [PaperInline]?
    var remarks: [[PaperInline]] = []
    var note: [PaperInline]?
    var kind: Kind
}
