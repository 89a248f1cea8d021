// Choosing in the catalogue. The page holds links to languages and centres, which do without a script; out of them this
// makes lists to choose from. The language stands in the fragment of the address, so that it can be kept and passed on.
(() => {
  'use strict'
  const all = (selector, box) => Array.from((box || document).querySelectorAll(selector))
  const make = (name, properties) => Object.assign(document.createElement(name), properties)
  const words = element => element.textContent.trim()

  // The label and the list, in the place of the links under `box`.
  const put = (box, title, select, ...more) => {
    select.id = 'choose-' + box.dataset.filter
    const label = make('label', { htmlFor: select.id })
    label.append(...title.childNodes)
    const place = make('div', { className: 'choice' })
    place.append(label, select, ...more)
    box.replaceWith(place)
  }

  const languages = document.querySelector('[data-filter=language]')
  if (languages) {
    const select = make('select')
    select.append(new Option(languages.dataset.all, ''))
    for (const link of all('a', languages)) {
      const names = Array.from(link.children, words)
      select.append(Object.assign(new Option(names.join(' – '), link.hash.slice(1)), { lang: link.firstElementChild.lang }))
    }
    const show = () => {
      for (const section of all('.leaflets')) section.hidden = select.value !== '' && section.id !== select.value
    }
    const follow = () => {
      select.value = location.hash.slice(1)
      // Any other fragment leads into the page.
      if (select.selectedIndex < 0) select.value = ''
      show()
    }
    select.addEventListener('change', () => {
      history.replaceState(null, '', select.value ? '#' + select.value : location.href.split('#')[0])
      show()
    })
    addEventListener('hashchange', follow)
    put(languages, languages.firstElementChild, select)
    follow()
  }

  const centres = document.querySelector('[data-filter=centre]')
  if (centres) {
    const select = make('select')
    const button = make('button', { type: 'button', textContent: centres.dataset.show })
    for (const item of all(':scope > ul > li', centres)) {
      const link = item.querySelector('a')
      const towns = all('ul li', item)
      const group = towns.length ? make('optgroup', { label: words(link) }) : select
      for (const town of towns) group.append(new Option(words(town), link.href))
      if (group !== select) select.append(group)
      // Which of its towns somebody had chosen is not known here.
      if (!towns.length || link.hasAttribute('aria-current')) {
        const here = new Option(words(link), link.href, false, link.hasAttribute('aria-current'))
        select.insertBefore(here, group === select ? null : group)
      }
    }
    button.addEventListener('click', () => { location.href = select.value.split('#')[0] + location.hash })
    put(centres, centres.firstElementChild, select, button)
  }
})()
