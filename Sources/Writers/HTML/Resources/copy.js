// Whether a printed copy is still good. Its QR code leads to this page and names its edition in the fragment; what each
// edition is to us stands in a file of the page's own, loaded only when somebody asks (CopyEditions.swift writes it).
(() => {
  'use strict'
  const place = document.querySelector('[data-editions]')
  const words = name => document.importNode(document.querySelector('template[data-answer=' + name + ']').content, true)

  // Which lines about its centre set a copy right.
  const right = {
    contacts: ['.whose', '.where', '.when'],
    numbers: ['.whose'],
    addresses: ['.whose', '.where'],
    hours: ['.whose', '.when']
  }
  const add = (part, centre, box) => {
    if (!box.querySelector(part)) box.append(centre.querySelector(part).cloneNode(true))
  }

  const answer = code => {
    const [sheet, state, ...changes] = editions[code] || [place.dataset.sheet, 'unknown']
    const box = document.createElement('div')
    box.className = 'box ' + state
    const link = document.querySelector('main a[href$="/' + sheet + '.pdf"]')
    const centre = link && link.closest('.centres > li')
    // In force, but with something wrong by now: then that alone is what its holder has to hear.
    for (const name of state === 'current' && changes.length ? changes : [state, ...changes]) {
      const said = words(name)
      for (const all of [...box.querySelectorAll('.all'), ...(centre ? said.querySelectorAll('.all') : [])]) all.remove()
      box.append(said)
      // Where the copy is wrong, what is right follows at once.
      if (centre) for (const part of right[name] || []) add(part, centre, box)
    }
    if (centre) add('.whose', centre, box)
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
