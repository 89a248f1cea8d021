package import Content

/// Where a sheet stands between its text and the copies in the drawers.
package enum ReleaseState: Hashable, Sendable {
    /// It says what its last edition said.
    case released(CalendarDate)
    /// It says something else than its last edition.
    case changed([EditionChange], since: CalendarDate)
    /// It has an edition from before numbers, addresses and hours were told apart, and nothing says whether that still
    /// says the same.
    case unknown(since: CalendarDate)
    case neverReleased
}

extension Site {
    /// All editions of a sheet, oldest first.
    package func history(of sheet: LeafletSheet) -> [EditionLedger.Entry] { project.ledger.history(sheet.keys) }

    /// The edition of a sheet that was released last.
    package func inForce(_ sheet: LeafletSheet) -> EditionLedger.Entry? { history(of: sheet).last }

    package func releaseState(of sheet: LeafletSheet) -> ReleaseState {
        guard let last = inForce(sheet) else { return .neverReleased }
        guard sheet.edition.isDraft else { return .released(last.released) }
        if last.print.isFormer { return .unknown(since: last.released) }
        return .changed(EditionChange.between(last.print, sheet.edition.print), since: last.released)
    }

    /// The parts of a sheet that its readers would get in Italian; such a sheet is not to be released.
    package func untranslatedParts(of sheet: LeafletSheet) -> Int {
        let edition = editions.first { $0.language == sheet.language }
        return edition?.leaflets.first { $0.leaflet.code == sheet.leaflet.code }?.coverage.fallbacks ?? 0
    }

    /// The ledger with new editions of these sheets at its end, all of the same day.
    package func ledger(releasing sheets: [LeafletSheet], on day: CalendarDate) -> EditionLedger {
        sheets.reduce(into: project.ledger) { ledger, sheet in
            let print = sheet.edition.print
            ledger.add(EditionLedger.Entry(key: sheet.key, released: day, digits: print.whole, print: print))
        }
    }

    /// The ledger with what these sheets print now as what their editions in force have printed.
    package func ledger(confirming sheets: [LeafletSheet]) -> EditionLedger {
        sheets.reduce(into: project.ledger) { ledger, sheet in
            if let entry = inForce(sheet) { ledger.setPrint(sheet.edition.print, of: entry) }
        }
    }
}
