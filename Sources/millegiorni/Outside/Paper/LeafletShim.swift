import Content
import Diagnostics
import Gettext
import LeafletWriter
import Referral
import Site

// Stands in for functions that `LeafletWriter` and `Site` are about to have; goes with them.

struct LeafletSheet: Sendable {
    let id: String
    let file: String
    let printFile: String?
    let preview: String?
    fileprivate let job: LeafletJob
    fileprivate let diagnostics: [Diagnostic]
}

func leafletSheets(of site: Site) -> [LeafletSheet] {
    let jobs = leafletJobs(of: site)
    return jobs.value.map { job in
        LeafletSheet(
            id: job.id,
            file: job.file,
            printFile: nil,
            preview: job.preview,
            job: job,
            diagnostics: jobs.diagnostics
        )
    }
}

func leafletJob(for sheet: LeafletSheet, of site: Site) -> Diagnosed<LeafletJob?> {
    Diagnosed(sheet.job, sheet.diagnostics)
}

extension LeafletJob {
    var cacheKeyMaterial: String { request(pdf: "", png: "") }

    func request(pdf: String, print: String?, png: String?) -> String { request(pdf: pdf, png: png ?? "") }
}

func resolve(
    _ project: Project,
    form: FormDefinition?,
    languages: [Language],
    catalogues: [Language: Catalogue],
    centres: [Centre]?,
    hasPaper: Bool
) async -> Site {
    await resolve(project, form: form, languages: languages, catalogues: catalogues, hasPaper: hasPaper)
}
