// Keys for the review of titles. Everything works without them; they can be turned off (WCAG 2.1.4), and the choice is kept on this machine.
const NOEGLE = 'borgerblikket-genveje'
const genveje = document.getElementById('genveje')
const valg = document.getElementById('brug-genveje')
const titel = document.getElementById('titel')

const findValg = () => {
  try {
    return localStorage.getItem(NOEGLE) !== 'fra'
  } catch {
    return true
  }
}

if (genveje && valg) {
  genveje.hidden = false
  valg.checked = findValg()
  document.body.classList.toggle('bb-med-genveje', valg.checked)
  valg.addEventListener('change', () => {
    document.body.classList.toggle('bb-med-genveje', valg.checked)
    try {
      localStorage.setItem(NOEGLE, valg.checked ? 'til' : 'fra')
    } catch {
      // A browser that keeps nothing: then the choice is for this page.
    }
  })
}

const skriver = (element) => element.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')

// The answer is sent once, however often the key is pressed while the page is on its way.
let sendt = false
for (const form of document.querySelectorAll('form[method="post"]'))
  form.addEventListener('submit', (event) => {
    if (sendt) event.preventDefault()
    sendt = true
  })
window.addEventListener('pageshow', () => {
  sendt = false
})

const gaaTil = (element) => {
  if (element.matches('input[type=text]')) {
    element.focus()
    element.select()
  } else if (element.matches('summary')) {
    element.parentElement.open = true
    element.parentElement.querySelector('input[type=radio]').focus()
  } else element.click()
}

document.addEventListener('keydown', (event) => {
  if (!valg?.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const { target } = event
  if (event.key === 'Escape' && target.closest?.('.bb-gennemgang')) return target.blur()
  if (skriver(target) || document.querySelector('dialog[open]')) return
  const aarsag = /^[1-5]$/.test(event.key) && target.closest?.('#g-afvis')?.querySelector(`[data-nr="${event.key}"]`)
  const fundet = aarsag || document.querySelector(`[data-tast="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!fundet || event.repeat) return
  event.preventDefault()
  if (!aarsag) return gaaTil(fundet)
  aarsag.checked = true
  // What is left is to say more, or to press Enter.
  aarsag.focus()
})

// The next title is where one reads on: said by a screen reader when the page has come, without a way through the menu.
if (titel && document.querySelector('#kvittering .alert')) {
  titel.tabIndex = -1
  titel.focus({ preventScroll: true })
}
