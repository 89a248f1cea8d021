// The referral form, filled in on this device: nothing is sent, and nothing is kept but the files that people save.
// The questions and their conditions stand in the page (FormMarkup.swift says how), the words that are added to it in
// formWords, in a script of their own for each language (FormWords.swift).
(() => {
  'use strict'
  const root = document.querySelector('.form')
  const one = (selector, box = root) => box.querySelector(selector)
  const all = (selector, box = root) => [...box.querySelectorAll(selector)]
  const form = one('.questions')

  const put = (element, ...content) => {
    element.textContent = ''
    element.append(...content)
    return element
  }
  const make = (name, ...content) => put(document.createElement(name), ...content)

  // A word with its {placeholder} filled in, marked with the language that it is in.
  const word = (name, value) => {
    const [text, lang, dir] = formWords[name]
    return Object.assign(make('span', text.replace(/{\w+}/, value)), { lang, dir })
  }
  const say = (name, value) => put(one('.status'), name ? word(name, value) : '')

  // What stands right in a group, in an item of a list or in the whole form.
  const ownerOf = field => field.parentElement.closest('[data-p], [data-i], .questions')
  const fieldsOf = box => all('[data-p]', box).filter(field => ownerOf(field) === box)
  const itemsOf = list => all(':scope > [data-i]', list)
  const controlsOf = field => all('input, select, textarea', field)
  const nameOf = field => one('.l', field).cloneNode(true)

  // --- Answers

  const some = list => list.length ? list : undefined

  // Undefined where there is none; what is hidden has none.
  const answerTo = field => {
    const { k } = field.dataset
    if (field.hidden) return
    if (k === 'group') return answersIn(field)
    if (k === 'list') return some(itemsOf(field).map(answersIn).filter(Boolean))
    const chosen = all(':checked', field).map(each => each.value)
    if (k === 'codes') return some(chosen)
    if (k === 'code') return chosen[0]
    if (k === 'flag') return chosen[0] && chosen[0] === 'true'
    // A phone's digits are 0 to 9, also where Arabic or Urdu is typed, with one space between its parts.
    const [{ type, value }] = controlsOf(field)
    const text = type !== 'tel' ? value : value
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => digit.charCodeAt() & 15).replace(/[\s./()-]+/g, ' ')
    return text.trim() || undefined
  }
  const answered = field => answerTo(field) !== undefined
  const answersIn = (box = form) => {
    const fields = fieldsOf(box).filter(answered)
    return some(fields) && Object.assign({}, ...fields.map(field => ({ [field.dataset.p]: answerTo(field) })))
  }

  // --- Conditions

  // Whether the field beside this one that `property=value|value` speaks of has one of these values.
  const holds = (field, condition) => {
    const [property, values] = condition.split('=')
    const other = fieldsOf(ownerOf(field)).find(each => each.dataset.p === property)
    return [].concat(answerTo(other)).some(value => values.split('|').includes(String(value)))
  }
  const isNeeded = field => field.dataset.need || field.dataset.if && holds(field, field.dataset.if)

  const sending = one('[data-today] input')
  const dayOf = date => date.toISOString().slice(0, 10)
  const today = () => dayOf(new Date(Date.now() - new Date().getTimezoneOffset() * 6e4))
  const monthFromSending = distance => {
    const [year, month] = (sending.value || today()).split('-')
    return dayOf(new Date(Date.UTC(year, month - 1 + +distance))).slice(0, 7)
  }

  // Setting a limit again, even to the same day, would throw away what is being typed.
  const limit = (control, name, value) => {
    if (control[name] !== value) control[name] = value
  }

  const update = () => {
    // Hiding one field can hide another, so there are as many rounds as fields that can be hidden.
    const bound = all('[data-ban-if], [data-ban-unless]')
    bound.forEach(() => bound.forEach(field => {
      const { banIf, banUnless } = field.dataset
      field.hidden = banIf && holds(field, banIf) || banUnless && !holds(field, banUnless)
    }))
    for (const field of all('[data-if]')) one('.optional', field).hidden = isNeeded(field)
    for (const date of all('[type=date]')) limit(date, 'max', date.closest('[data-until]') && sending.value || today())
    for (const { dataset, lastElementChild: control } of all('[data-months]')) {
      const [first, last] = dataset.months.split(' ').map(monthFromSending)
      limit(control, 'min', first)
      limit(control, 'max', last)
      // Seen where the browser lets people type the month.
      control.placeholder = last
    }
    for (const list of all('[data-max]')) {
      const items = itemsOf(list)
      list.lastElementChild.hidden = items.length >= list.dataset.max
      items.forEach((item, index) => put(item.firstElementChild, index + 1))
    }
  }

  const changed = () => {
    unsaved = true
    root.classList.add('answered')
    one('.answers').hidden = true
    update()
  }

  // --- Lists

  const blanks = {}
  let serial = 0
  const keep = box => all('[data-max]', box).forEach(list => { blanks[list.id] = itemsOf(list)[0].outerHTML })

  // Ids and names of an item hold the id of its list and a number that no other item has.
  const addItem = list => {
    const blank = blanks[list.id].split(list.id + '-0').join(`${list.id}-${++serial}`)
    list.lastElementChild.insertAdjacentHTML('beforebegin', blank)
    const item = itemsOf(list).pop()
    keep(item)
    return item
  }

  // --- Problems

  // What is wrong with the answer to a question, as a word of the page.
  const problemOf = field => {
    const [control] = controlsOf(field)
    const answer = answerTo(field)
    const { shape, missing, pattern, early, late } = field.dataset
    if (answer === undefined) {
      return control.validity.badInput ? word(shape) : isNeeded(field) && word(missing)
    }
    if (!new RegExp(control.pattern || pattern || '', 'u').test(answer)) return word(shape)
    if (control.maxLength > 0 && answer.length > control.maxLength) return word('formTooLong', control.maxLength)
    if (answer < control.min) return word(early)
    if (control.max && answer > control.max) return word(late)
    if (centre.value && centreOf(control)) return word('formOtherCentre')
  }

  const problemsIn = (box = form) => {
    const problems = []
    for (const field of fieldsOf(box).filter(each => !each.hidden)) {
      const { k } = field.dataset
      const parts = k === 'group' ? [field]
        : k === 'list' && (some(itemsOf(field).filter(answersIn)) || itemsOf(field).slice(0, 1))
      if (!parts) problems.push([field, problemOf(field)])
      else if (isNeeded(field) || answered(field)) parts.forEach(part => problems.push(...problemsIn(part)))
    }
    // Of several one is needed: the first says so, in the words above them.
    const several = fieldsOf(box).filter(({ dataset, hidden }) => 'any' in dataset && !hidden)
    if (several[0] && !several.some(answered)) problems.push([several[0], one('.any > span', box).cloneNode(true)])
    return problems.filter(each => each[1])
  }

  // Says beside the field what is wrong, or takes it back. A set of dots is invalid as a whole.
  const mark = (field, message) => {
    put(one('.error', field), message ? message.cloneNode(true) : '')
    field.classList.toggle('wrong', !!message)
    const target = field.matches('[role]') ? field : controlsOf(field)[0]
    target.setAttribute('aria-invalid', !!message)
  }

  const show = problems => {
    all('.wrong').forEach(field => mark(field))
    put(one('.errors ul'), ...problems.map(([field, message]) => {
      mark(field, message)
      const item = field.closest('[data-i]')
      const number = item ? ' ' + item.firstElementChild.textContent : ''
      const link = make('a', nameOf(field), number, ': ', message)
      link.href = '#' + controlsOf(field)[0].id
      return make('li', link)
    }))
    one('.errors').hidden = !problems[0]
  }

  // --- Answers to read

  const inWords = day => [...new Set([document.documentElement.lang, 'it'])].map(tag => new Date(day).toLocaleDateString(
    tag + '-u-nu-latn', { day: day[8] && 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  )).join(' – ')

  const spoken = field => {
    const { k } = field.dataset
    const answer = answerTo(field)
    if (k === 'group') return [described(field)]
    if (k === 'list') return itemsOf(field).filter(answersIn).map(described)
    if (k === 'day') return [inWords(answer)]
    if (one('label.a', field)) return [word('formYes')]
    // An option has a text; a dot or a box stands in its label.
    return some(all(':checked', field).map(each => each.text || nameOf(each.parentElement))) || [answer]
  }

  const described = box => make('dl', ...fieldsOf(box).filter(field => answered(field) && one('.l', field))
    .map(field => make('div', make('dt', nameOf(field)), ...spoken(field).map(each => make('dd', each)))))

  const read = () => put(one('.answers > div'), described(form))

  // --- Files

  const number = one('[data-k=id] input')
  let unsaved = false

  // A UUID of version 4 (RFC 9562, section 5.4), by hand: browsers have crypto.randomUUID only where they call the page
  // secure, which a file on a memory stick may not be.
  const newNumber = () => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () =>
    (crypto.getRandomValues(new Uint8Array(1))[0] & 15).toString(16))

  const save = ending => {
    const text = JSON.stringify(answersIn(), null, 2)
    const href = URL.createObjectURL(new Blob([text, '\n'], { type: 'application/json' }))
    const download = `referral-${number.value.slice(0, 8)}${ending}.json`
    Object.assign(make('a'), { href, download }).click()
    unsaved = false
    say('formSaved', download)
  }

  // Puts answers into their controls; what no control can hold stays out.
  const fill = (box, answers) => fieldsOf(box).forEach(field => {
    const { k, p, max, pattern } = field.dataset
    const answer = Object(answers)[p]
    if (k === 'group') fill(field, answer)
    else if (k === 'list') {
      itemsOf(field).forEach(item => item.remove())
      for (const each of some([].concat(answer).slice(0, max))) fill(addItem(field), each)
    } else if (k === 'id') number.value = new RegExp(pattern).test(answer) ? answer : newNumber()
    else if (k !== 'fixed') {
      for (const control of controlsOf(field)) {
        if (/code|flag/.test(k)) control.checked = [].concat(answer).map(String).includes(control.value)
        else control.value = typeof answer === 'string' ? answer : ''
      }
    }
  })

  const file = one('[type=file]')
  file.onchange = async () => {
    try {
      const answers = JSON.parse(await file.files[0].text())
      if (!/^1\.\d+$/.test(answers.schemaVersion)) throw 0
      if (unsaved && !confirm(formWords.formReplaces[0])) return
      fill(form, answers)
      changed()
      show([])
      unsaved = false
      say('formOpened')
    } catch (_) {
      say('formNotADraft')
    }
  }

  // --- The page

  const centre = one('[data-k=centre] select')
  // The centre of a chosen municipality, where another one is chosen or none.
  const centreOf = ({ selectedOptions: [option] = [] }) => {
    const centres = option && option.dataset.c ? option.dataset.c.split(' ') : [centre.value]
    return !centres.includes(centre.value) && centres[0]
  }

  const acts = {
    add: list => {
      const item = addItem(list)
      changed()
      controlsOf(item)[0].focus()
      say('formAdded', itemsOf(list).length)
    },
    remove: item => {
      const list = item.parentElement
      const place = item.firstElementChild.textContent
      item.remove()
      changed()
      list.lastElementChild.focus()
      say('formRemoved', place)
    },
    check: () => {
      const problems = problemsIn()
      show(problems)
      read()
      one('.answers').hidden = !!problems[0]
      one(problems[0] ? '.errors' : '.answers').focus()
    },
    save: () => save(''),
    draft: () => save('-draft'),
    open: () => {
      file.value = ''
      file.click()
    },
    print: () => print()
  }
  root.onclick = ({ target }) => {
    const button = target.closest('[data-act]')
    if (button) acts[button.dataset.act](button.parentElement)
  }

  form.oninput = ({ target }) => {
    changed()
    say()
    const right = centreOf(target)
    if (right) {
      centre.value = right
      say('formCentreChosen', centre.selectedOptions[0].text)
    }
    // What was wrong may be right now, here or where it hangs on this; what is newly wrong waits for the next check.
    show(problemsIn().filter(([field]) => field.matches('.wrong')))
  }

  window.onbeforeprint = read
  window.onbeforeunload = event => { if (unsaved) event.preventDefault() }

  // Also for dots and boxes, where HTML has no such attribute: browsers would bring their state back.
  for (const input of all('input')) input.autocomplete = 'off'
  for (const select of all('[data-languages]')) {
    select.append(...formWords.languages.map(([code, name]) => new Option(name, code)))
  }
  keep(root)
  number.value = newNumber()
  sending.value = today()
  root.className += ' live'
  update()
})()
