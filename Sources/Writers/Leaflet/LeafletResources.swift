/// The files the press is made of: the executable puts them where Python finds them.
package enum LeafletResources {
    /// The modules of the layout, which lie in one folder; `leaflet.typ` is where the engine begins.
    package static var template: [(name: String, bytes: [UInt8])] {
        [
            ("a4.typ", PackageResources.a4_typ),
            ("bilingual.typ", PackageResources.bilingual_typ),
            ("blocks.typ", PackageResources.blocks_typ),
            ("booklet.typ", PackageResources.booklet_typ),
            ("bulk.typ", PackageResources.bulk_typ),
            ("characters.typ", PackageResources.characters_typ),
            ("contact.typ", PackageResources.contact_typ),
            ("document.typ", PackageResources.document_typ),
            ("errors.typ", PackageResources.errors_typ),
            ("fit.typ", PackageResources.fit_typ),
            ("folded.typ", PackageResources.folded_typ),
            ("form.typ", PackageResources.form_typ),
            ("formats.typ", PackageResources.formats_typ),
            ("imposition.typ", PackageResources.imposition_typ),
            ("languages.typ", PackageResources.languages_typ),
            ("leaflet.typ", PackageResources.leaflet_typ),
            ("marks.typ", PackageResources.marks_typ),
            ("nothing.typ", PackageResources.nothing_typ),
            ("paper.typ", PackageResources.paper_typ),
            ("pictures.typ", PackageResources.pictures_typ),
            ("running.typ", PackageResources.running_typ),
            ("style.typ", PackageResources.style_typ),
            ("text.typ", PackageResources.text_typ),
            ("trifold.typ", PackageResources.trifold_typ),
        ]
    }
    /// `languages.typ`, which names the fonts of each script.
    package static var languages: [UInt8] { PackageResources.languages_typ }
    /// `worker.py`, which keeps the compiler alive between leaflets, and what it imports.
    package static var worker: [(name: String, bytes: [UInt8])] {
        [
            ("worker.py", PackageResources.worker_py),
            ("documents.py", PackageResources.documents_py),
            ("finishing.py", PackageResources.finishing_py),
        ]
    }
}
