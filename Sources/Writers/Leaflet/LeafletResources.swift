/// The two files the press is made of: the executable puts them where Python finds them.
package enum LeafletResources {
    /// `leaflet.typ`, the layout.
    package static var template: [UInt8] { PackageResources.leaflet_typ }
    /// `worker.py`, which keeps the compiler alive between leaflets.
    package static var worker: [UInt8] { PackageResources.worker_py }
}
