// Keys and a panel that opens without losing the list, for the caseworker's page. Everything works without it: the links lead to the same page with
// the thing open. The keys can be turned off (WCAG 2.1.4), and the choice is kept on this machine.
const NOEGLE = 'borgerblikket-genveje'
const genveje = document.getElementById('genveje')
const brug = document.getElementById('brug-genveje')

const findValg = () => {
  try {
    return localStorage.getItem(NOEGLE) !== 'fra'
  } catch {
    return true
  }
}

if (genveje && brug) {
  genveje.hidden = false
  brug.checked = findValg()
  document.body.classList.toggle('bb-med-genveje', brug.checked)
  brug.addEventListener('change', () => {
    document.body.classList.toggle('bb-med-genveje', brug.checked)
    try {
      localStorage.setItem(NOEGLE, brug.checked ? 'til' : 'fra')
    } catch {
      // A browser that keeps nothing: then the choice is for this page.
    }
  })
}

const ramme = () => document.querySelector('.bb-partsoverblik')
const links = () => [...document.querySelectorAll('.bb-partsliste .bb-tinglink')]
// What is only known of is opened too, and not walked through: it can stand where one has not unfolded it.
const aabnere = () => [...document.querySelectorAll('.bb-partsliste :is(.bb-tinglink, .bb-hvorfor)')]

// The page is asked for as it would be without script, and what is beside the list is taken from it. The list stays where it is, and so does the
// place that one had come to in it. What is not this page (the login has ended) is gone to.
let seneste = 0
async function visDetalje(adresse, fokus) {
  const nr = ++seneste
  const her = ramme()
  let ny
  try {
    const svar = await fetch(adresse, { headers: { accept: 'text/html' } })
    if (!svar.ok || svar.redirected) throw new Error(String(svar.status))
    ny = new DOMParser().parseFromString(await svar.text(), 'text/html').querySelector('.bb-partsoverblik')
  } catch {
    // The server says why.
  }
  if (nr !== seneste) return
  if (!ny || !her) {
    location.assign(adresse)
    return
  }
  her.className = ny.className
  document.getElementById('detalje')?.remove()
  const detalje = ny.querySelector('#detalje')
  if (detalje) her.append(document.importNode(detalje, true))
  const aktuel = detalje ? ny.querySelector('.bb-partsliste [aria-current="true"]')?.getAttribute('href') : undefined
  for (const link of aabnere()) {
    const valgt = aktuel !== undefined && aktuel !== null && link.getAttribute('href') === aktuel
    if (valgt) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
    link.closest('tr')?.classList.toggle('bb-aktuel', valgt)
  }
  if (fokus) document.getElementById('detalje')?.focus()
}

const uden = (adresse) => adresse.split('#')[0]
let kom

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a.bb-tinglink, a.bb-hvorfor, a#luk')
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return
  event.preventDefault()
  history.pushState(null, '', link.href)
  if (link.id !== 'luk') {
    kom = link
    visDetalje(uden(link.href), true)
    return
  }
  seneste++
  const raekke = document.getElementById(new URL(link.href).hash.slice(1))
  document.getElementById('detalje')?.remove()
  const her = ramme()
  her.className = 'bb-partsoverblik'
  for (const en of aabnere()) {
    en.removeAttribute('aria-current')
    en.closest('tr')?.classList.remove('bb-aktuel')
  }
  // Back to where one was.
  const tilbage = raekke?.querySelector('.bb-tinglink, .bb-hvorfor') ?? (kom?.isConnected ? kom : links()[0])
  tilbage?.focus()
})
window.addEventListener('popstate', () => {
  if (ramme()) visDetalje(uden(location.href), false)
})

const skriver = (element) => element.matches?.('input:not([type=radio]):not([type=checkbox]), textarea, select')

function gaa(skridt) {
  const alle = links()
  if (alle.length === 0) return
  const her = alle.indexOf(document.activeElement)
  const fra = her >= 0 ? her : alle.findIndex((link) => link.getAttribute('aria-current') === 'true')
  const til = fra < 0 ? (skridt > 0 ? 0 : alle.length - 1) : Math.min(alle.length - 1, Math.max(0, fra + skridt))
  alle[til].focus()
  alle[til].scrollIntoView({ block: 'nearest' })
}
const PILE = { j: 1, k: -1 }
// The arrows move in the list once one is in it; elsewhere they scroll, as they do on any page.
const pil = (event) => (links().includes(document.activeElement) ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined)

document.addEventListener('keydown', (event) => {
  if (!brug?.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (document.querySelector('dialog[open]')) return
  if (skriver(event.target)) {
    if (event.key === 'Escape') event.target.blur()
    return
  }
  const skridt = PILE[event.key.toLowerCase()] ?? pil(event)
  if (skridt !== undefined) {
    event.preventDefault()
    gaa(skridt)
    return
  }
  if (event.repeat) return
  const fundet = document.querySelector(`[data-tast="${CSS.escape(event.key)}"]`)
  if (!fundet) return
  event.preventDefault()
  if (fundet.matches('input')) {
    fundet.focus()
    fundet.select()
  } else fundet.click()
})
