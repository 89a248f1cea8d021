// Whether a printed copy is still good. Its QR code leads to this page and names its edition in the fragment; what each
// edition is to us stands in a file of the page's own, loaded only when somebody asks (CopyEditions.swift writes it).
(() => {
  'use strict'
  const place = document.querySelector('[data-editions]')
  const words = name => document.importNode(document.querySelector('template[data-answer=' + name + ']').content, true)

  const answer = code => {
    const [sheet, state, ...changes] = editions[code] || [place.dataset.sheet, 'unknown']
    const box = document.createElement('div')
    box.className = 'box ' + state
    const link = document.querySelector('main a[href$="/' + sheet + '.pdf"]')
    const centre = link && link.closest('.centres > li')
    const whose = centre && centre.querySelector('.whose').cloneNode(true)
    // In force, but with wrong numbers by now: then that alone is what its holder has to hear.
    for (const name of state === 'current' && changes.length ? changes : [state, ...changes]) {
      box.append(words(name))
      // Where old numbers are wrong, the right one follows at once.
      if (whose && name === 'contacts') box.append(whose)
    }
    if (whose && !whose.parentNode) box.append(whose)
    if (link && (state === 'newer' || state === 'unknown')) {
      const line = document.createElement('p')
      line.append(...link.parentNode.cloneNode(true).childNodes)
      line.firstChild.className = 'button'
      const draft = link.closest('ul').parentNode.querySelector(':scope > p > .draft')
      if (draft) line.append(' ', draft.cloneNode(true))
      box.append(line)
    }
    place.textContent = ''
    place.append(box)
  }

  const look = () => {
    const fragment = location.hash.slice(1)
    place.textContent = ''
    // A fragment that names a place in the page is no edition.
    if (!/^[\w-]+$/.test(fragment) || document.getElementById(fragment)) return
    // The last eight digits, whether the address comes from the code or somebody typed the edition from the foot.
    const code = fragment.slice(-8).toLowerCase()
    if (typeof editions !== 'undefined') return answer(code)
    const script = document.createElement('script')
    script.src = place.dataset.editions
    script.onload = () => answer(code)
    document.head.append(script)
  }

  addEventListener('hashchange', look)
  look()
})()
