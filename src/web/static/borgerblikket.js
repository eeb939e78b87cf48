// Makes what already works a little better: warns before the session ends, hides the page when it has ended, and leaves no trace on a quick
// way out. Everything else works without it.
const { body } = document
const dialog = document.getElementById('udloeb')
const logUd = document.getElementById('log-ud')
// Two logins in one browser, a citizen's and one at work, end each by itself.
const kanal = 'BroadcastChannel' in window ? new BroadcastChannel(body.dataset.kanal ?? 'borgerblikket') : undefined
const VARSEL = 120
let ure = []
let udloeber = Number.POSITIVE_INFINITY

// Emptied before leaving, so that neither the screen nor the back button shows anything while the next page loads.
function forlad(adresse) {
  body.hidden = true
  location.replace(adresse)
}

function startUre(sekunder) {
  udloeber = Date.now() + sekunder * 1000
  for (const ur of ure) clearTimeout(ur)
  if (dialog.open) dialog.close()
  ure = [
    setTimeout(() => dialog.showModal(), Math.max(0, sekunder - VARSEL) * 1000),
    setTimeout(() => forlad(body.dataset.udloebet), sekunder * 1000),
  ]
}

async function forlaeng() {
  try {
    const svar = await fetch(dialog.dataset.forlaeng, { method: 'POST' })
    if (svar.status === 401) return forlad(body.dataset.udloebet)
    if (!svar.ok) throw new Error(String(svar.status))
    const sekunder = Number(body.dataset.sekunder)
    startUre(sekunder)
    kanal?.postMessage({ sekunder })
  } catch {
    const fejl = dialog.querySelector('[data-fejl]')
    fejl.textContent = fejl.dataset.fejl
  }
}

if (dialog && logUd) {
  startUre(Number(body.dataset.sekunder))
  // A machine that slept has not run its timers: what counts is the time of day.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() > udloeber) forlad(body.dataset.udloebet)
  })
  dialog.querySelector('[data-bliv]').addEventListener('click', forlaeng)
  // Escape means "go on", which needs the server's word too.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    forlaeng()
  })
  for (const form of document.querySelectorAll(`form[action="${logUd.getAttribute('action')}"]`)) {
    form.addEventListener('submit', () => kanal?.postMessage({ forlad: body.dataset.udloebet }))
  }
  // Another tab that is used keeps this one alive; another that logs out empties it.
  kanal?.addEventListener('message', ({ data }) => {
    if (data.forlad) return forlad(data.forlad)
    startUre(data.sekunder)
  })
  kanal?.postMessage({ sekunder: Number(body.dataset.sekunder) })
}

document.querySelector('.bb-udgang')?.addEventListener('click', (event) => {
  event.preventDefault()
  if (logUd) {
    navigator.sendBeacon(logUd.action)
    kanal?.postMessage({ forlad: event.currentTarget.href })
  }
  forlad(event.currentTarget.href)
})

// A page that the browser kept is asked for again, so that the back button after logging out shows nothing.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

// Folded parts are printed too.
window.addEventListener('beforeprint', () => {
  for (const del of document.querySelectorAll('main details:not([open])')) {
    del.dataset.foldet = ''
    del.open = true
  }
})
window.addEventListener('afterprint', () => {
  for (const del of document.querySelectorAll('details[data-foldet]')) {
    del.removeAttribute('data-foldet')
    del.open = false
  }
})

// Something is being computed: the page is asked for again until it says that it has ended, and then shown as it is. The script's own timer
// stands in for the page's, which only comes where there is no script.
async function foelg() {
  const her = document.querySelector('[data-opdater]')
  if (!her) return
  try {
    const svar = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (!svar.ok || svar.redirected) return location.reload()
    const ny = new DOMParser().parseFromString(await svar.text(), 'text/html')
    const del = ny.querySelector('[data-opdater]')
    // The end is a new page, with its headings in order and the focus at its top.
    if (!del) return location.reload()
    for (const navn of ['progress', '[role=status]']) {
      const [gammel, frisk] = [her.querySelector(navn), del.querySelector(navn)]
      if (!gammel || !frisk) continue
      if (gammel.textContent !== frisk.textContent) gammel.textContent = frisk.textContent
      if (frisk.hasAttribute('value')) gammel.setAttribute('value', frisk.getAttribute('value'))
    }
  } catch {
    // The network is away: asked again.
  }
  setTimeout(foelg, 1000)
}
if (document.querySelector('[data-opdater]')) setTimeout(foelg, 1000)
