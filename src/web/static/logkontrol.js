// Checks a file of look-ups against the access log's signed checkpoints, in the browser alone: nothing of the file is sent anywhere. The same rules as
// `borgerblikket adgangslog verify --udtraek`, tried with the same vectors.
const TEGN = new TextEncoder()
const HASH = 32
const SALT = 16
// So many lines a file holds; one that says it was cut is full.
const FULDT = 2_000
const HOEJST_LINJER = 20_000
const HOEJST_LED = 128

const isTal = (tal) => Number.isSafeInteger(tal) && tal >= 0
const half = (tal) => Math.floor(tal / 2)
const isUlige = (tal) => tal % 2 === 1
// Exactly: the logarithm alone is a whole number beside large powers of two as well.
const isToPotens = (tal) => 2 ** Math.round(Math.log2(tal)) === tal
export const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
export const fraHex = (tekst) => Uint8Array.from(tekst.match(/../g) ?? [], (par) => Number.parseInt(par, 16))
const equals = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i])

export function fraBase64(tekst) {
  if (typeof tekst !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(tekst)) return undefined
  try {
    return Uint8Array.from(atob(tekst), (tegn) => tegn.charCodeAt(0))
  } catch {
    return undefined
  }
}

function concat(...dele) {
  const hele = new Uint8Array(dele.reduce((sum, del) => sum + del.length, 0))
  let fra = 0
  for (const del of dele) {
    hele.set(del, fra)
    fra += del.length
  }
  return hele
}

const sha256 = async (...dele) => new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...dele)))
export const hashBlad = (indhold) => sha256(Uint8Array.of(0), indhold)
export const hashNode = (venstre, hoejre) => sha256(Uint8Array.of(1), venstre, hoejre)

// RFC 9162 section 2.1.3.2.
export async function verifyInklusion(blad, plads, hoved, bevis) {
  if (!isTal(plads) || !isTal(hoved.antal) || plads >= hoved.antal || bevis.length > HOEJST_LED) return false
  let [her, sidste] = [plads, hoved.antal - 1]
  let rod = blad
  for (const led of bevis) {
    if (sidste === 0) return false
    if (isUlige(her) || her === sidste) {
      rod = await hashNode(led, rod)
      while (!isUlige(her) && her !== 0) [her, sidste] = [half(her), half(sidste)]
    } else rod = await hashNode(rod, led)
    ;[her, sidste] = [half(her), half(sidste)]
  }
  return sidste === 0 && equals(rod, hoved.rod)
}

// RFC 9162 section 2.1.4.2.
export async function verifyKonsistens(gammelt, nyt, bevis) {
  if (!isTal(gammelt.antal) || !isTal(nyt.antal) || gammelt.antal > nyt.antal || bevis.length > HOEJST_LED) return false
  if (gammelt.antal === 0) return bevis.length === 0 && equals(gammelt.rod, await sha256())
  if (gammelt.antal === nyt.antal) return bevis.length === 0 && equals(gammelt.rod, nyt.rod)
  return verifyUdvidelse(gammelt, nyt, isToPotens(gammelt.antal) ? [gammelt.rod, ...bevis] : bevis)
}

async function verifyUdvidelse(gammelt, nyt, [foerste, ...resten]) {
  if (!foerste) return false
  let [her, sidste] = [gammelt.antal - 1, nyt.antal - 1]
  while (isUlige(her)) [her, sidste] = [half(her), half(sidste)]
  let [foer, efter] = [foerste, foerste]
  for (const led of resten) {
    if (sidste === 0) return false
    if (isUlige(her) || her === sidste) {
      foer = await hashNode(led, foer)
      efter = await hashNode(led, efter)
      while (!isUlige(her) && her !== 0) [her, sidste] = [half(her), half(sidste)]
    } else efter = await hashNode(efter, led)
    ;[her, sidste] = [half(her), half(sidste)]
  }
  return sidste === 0 && equals(foer, gammelt.rod) && equals(efter, nyt.rod)
}

const ARTER = { 1: 'note', 4: 'vidne' }

// A key as one line: name, id, and the algorithm's byte with the key. Undefined for what is none.
export async function parseVerifikator(linje) {
  const [, navn, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(String(linje).trim()) ?? []
  const raa = navn && fraBase64(base64)
  const art = raa && ARTER[raa[0]]
  if (!art || raa.length !== 33) return undefined
  const egetId = (await sha256(TEGN.encode(`${navn}\n`), raa)).subarray(0, 4)
  if (hex(egetId) !== id) return undefined
  try {
    return { navn, art, id: egetId, noegle: await crypto.subtle.importKey('raw', raa.subarray(1), 'Ed25519', false, ['verify']) }
  } catch {
    return undefined
  }
}

export function parseNote(tekst) {
  const skel = tekst.lastIndexOf('\n\n')
  if (tekst.length > 65_536 || skel < 0 || !tekst.endsWith('\n') || /[^\P{Cc}\n]|\uFFFD/u.test(tekst)) return undefined
  const linjer = tekst.slice(skel + 2, -1).split('\n')
  if (linjer.length > 100) return undefined
  const underskrifter = []
  for (const linje of linjer) {
    const [, navn, base64] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(linje) ?? []
    const bytes = navn && fraBase64(base64)
    if (!bytes || bytes.length <= 4) return undefined
    underskrifter.push({ navn, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) })
  }
  return { tekst: tekst.slice(0, skel + 1), underskrifter }
}

async function verifyOne(tekst, { art, noegle }, bytes) {
  if (bytes.length !== (art === 'note' ? 64 : 72)) return false
  const tid = art === 'note' ? undefined : new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  const over = TEGN.encode(art === 'note' ? tekst : `cosignature/v1\ntime ${tid}\n${tekst}`)
  return crypto.subtle.verify('Ed25519', noegle, bytes.subarray(art === 'note' ? 0 : 8), over)
}

// The names of those whose signature holds; undefined where one by a known key does not.
export async function verifyNote(note, kendte) {
  const navne = []
  for (const { navn, id, bytes } of note.underskrifter) {
    const kendt = kendte.find((en) => en.navn === navn && equals(en.id, id))
    if (!kendt) continue
    if (!(await verifyOne(note.tekst, kendt, bytes))) return undefined
    if (!navne.includes(navn)) navne.push(navn)
  }
  return navne
}

// A checkpoint that the log has signed, with the known witnesses who have; undefined for any other.
export async function readKontrolpunkt(tekst, log, vidner = []) {
  const note = parseNote(String(tekst))
  const [, oprindelse, antal, rod] = /^([^\n]{1,200})\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/.exec(note?.tekst ?? '') ?? []
  if (!note || oprindelse !== log.navn || !isTal(Number(antal))) return undefined
  // A log's key is no witness's, whatever they are called. Lines that others add to a checkpoint are never empty.
  const andre = vidner.filter(({ art, navn }) => art === 'vidne' && navn !== log.navn)
  const hash = readBase64(rod, HASH)
  if (!hash || note.tekst.slice(0, -1).split('\n').includes('')) return undefined
  const navne = await verifyNote(note, [log, ...andre])
  if (!navne?.includes(log.navn)) return undefined
  return { antal: Number(antal), rod: hash, vidner: navne.filter((navn) => navn !== log.navn) }
}

const LUKKEDE_1 = ['aktoer', 'hvad', 'objekt', 'antal', 'korrelation']
const FELTER = {
  'borgerblikket-adgangslog-1': ['form', 'nr', 'tid', 'aktoerType', 'part', 'grund', 'formaal', ...LUKKEDE_1],
  'borgerblikket-adgangslog-2': ['form', 'nr', 'tid', 'aktoerType', 'part', 'grund', 'formaal', 'kommune', 'enhed', ...LUKKEDE_1],
}
const LUKKEDE = ['formaal', 'kommune', 'enhed', ...LUKKEDE_1]

const TID = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/

export function readLinje(tekst) {
  try {
    const felter = typeof tekst === 'string' ? JSON.parse(tekst) : undefined
    const navne = Array.isArray(felter) && Object.hasOwn(FELTER, felter[0]) ? FELTER[felter[0]] : []
    if (navne.length === 0 || felter.length !== navne.length) return undefined
    const laest = Object.fromEntries(navne.map((navn, i) => [navn, felter[i]]))
    const gyldig = isTal(laest.nr) && laest.nr > 0 && TID.test(laest.tid) && typeof laest.part === 'string'
    return gyldig ? laest : undefined
  } catch {
    return undefined
  }
}

// Exactly so many bytes, as base64 is written: what is longer or shorter can be read as something else than was hashed.
function readBase64(tekst, laengde) {
  const bytes = fraBase64(tekst)
  return bytes?.length === laengde && btoa(String.fromCharCode(...bytes)) === tekst ? bytes : undefined
}

function readBevis(bevis) {
  const led = Array.isArray(bevis) && bevis.length <= HOEJST_LED ? bevis.map((en) => readBase64(en, HASH)) : [undefined]
  return led.every((en) => en) ? led : undefined
}

async function holdsAabne(aabne, felter) {
  if (typeof aabne !== 'object' || aabne === null) return false
  for (const [felt, aaben] of Object.entries(aabne)) {
    const [salt, vaerdi] = [readBase64(aaben?.salt, HASH), aaben?.vaerdi]
    const kendt = LUKKEDE.includes(felt) && (vaerdi === null || typeof vaerdi === 'string' || typeof vaerdi === 'number')
    if (!kendt || !salt || hex(await sha256(salt, TEGN.encode(JSON.stringify(vaerdi)))) !== felter[felt]) return false
  }
  return true
}

async function verifyLinje(led, hoved) {
  const felter = readLinje(led?.linje)
  if (!felter || !(await holdsAabne(led.aabne, felter))) return 'forkert'
  // One that the checkpoint covers has a proof, or is not what stands in the log.
  if (led.bevis === null) return hoved && felter.nr <= hoved.antal ? 'forkert' : 'udaekket'
  const [bevis, salt] = [readBevis(led.bevis), readBase64(led.salt, SALT)]
  if (!hoved || !salt || !bevis) return 'forkert'
  const blad = await hashBlad(concat(salt, TEGN.encode(led.linje)))
  return (await verifyInklusion(blad, felter.nr - 1, hoved, bevis)) ? 'bevist' : 'forkert'
}

// How many lines stand in the log as in the file, how many are too new, which are wrong, and which are about another or there twice; undefined for no
// file of this log's.
export async function verifyUdtraek(udtraek, log) {
  if (udtraek?.form !== 'borgerblikket-adgangslogudtraek-1' || !Array.isArray(udtraek.linjer)) return undefined
  if (udtraek.linjer.length > HOEJST_LINJER) return undefined
  const egen = await parseVerifikator(udtraek.noegle)
  if (log.art !== 'note' || !egen || egen.navn !== log.navn || !equals(egen.id, log.id)) return undefined
  const hoved = udtraek.kontrolpunkt === null ? undefined : await readKontrolpunkt(udtraek.kontrolpunkt, log)
  if (udtraek.kontrolpunkt !== null && !hoved) return undefined
  const svar = { beviste: 0, udaekkede: 0, forkerte: [], fremmede: [], hoved }
  const [sete, part] = [new Set(), readLinje(udtraek.linjer[0]?.linje)?.part]
  for (const [i, led] of udtraek.linjer.entries()) {
    const udfald = await verifyLinje(led, hoved)
    const felter = readLinje(led?.linje)
    if (udfald === 'bevist') svar.beviste++
    else if (udfald === 'udaekket') svar.udaekkede++
    else svar.forkerte.push(i + 1)
    if (felter && (felter.part !== part || sete.has(felter.nr))) svar.fremmede.push(i + 1)
    sete.add(felter?.nr)
  }
  return svar
}

// Whether the newer file has all that the older had, within what the newer says that it holds. Undefined where it holds only some lines by choice, or is
// about somebody else.
export function compareUdtraek(foer, nu) {
  const { periode } = nu
  if (!periode || periode.til !== null || periode.hvem !== null) return undefined
  const gamle = foer.linjer.map(({ linje }) => readLinje(linje) ?? {})
  const nye = new Map(nu.linjer.map(({ linje }) => [readLinje(linje)?.nr, linje]))
  if (new Set([...gamle, ...nu.linjer.map(({ linje }) => readLinje(linje))].map((en) => en?.part)).size > 1) return undefined
  // That it was cut is believed of one that is full, and only of what is older than all of it.
  const fraNr = nu.linjer.length >= FULDT && periode.helFra !== null ? Math.min(...nye.keys()) : 0
  const svar = { genfundne: 0, mangler: [], udenfor: 0 }
  for (const [i, { linje }] of foer.linjer.entries()) {
    const { nr, tid } = gamle[i]
    const ny = nye.get(nr)
    if (ny === linje) svar.genfundne++
    else if (ny !== undefined || (typeof tid === 'string' && tid.slice(0, 10) > periode.fra && nr >= fraNr))
      svar.mangler.push(i + 1)
    else svar.udenfor++
  }
  return svar
}

async function hentBevis(fra, til) {
  if (fra === 0 || fra === til) return []
  const svar = await fetch(`/adgangslog/konsistens?fra=${fra}&til=${til}`)
  if (!svar.ok) return undefined
  const linjer = (await svar.text()).trim().split('\n').map(fraBase64)
  return linjer.every((led) => led?.length === HASH) ? linjer : undefined
}

// Whether the one of two heads goes on from the other: by a proof in the newer one's file, and where it has none by the one that the log gives.
export async function goesOn(a, b, konsistens) {
  const [gammelt, nyt] = a.antal <= b.antal ? [a, b] : [b, a]
  const iFilen = (Array.isArray(konsistens) ? konsistens : []).find((en) => en?.fra === gammelt.antal)
  const bevis = gammelt.antal === nyt.antal ? [] : iFilen ? readBevis(iFilen.bevis) : await hentBevis(gammelt.antal, nyt.antal)
  return bevis !== undefined && verifyKonsistens(gammelt, nyt, bevis)
}

const form = document.getElementById('logkontrol')
if (form) {
  const t = form.dataset
  const udfald = document.getElementById('udfald')
  const fill = (tekst, ...tal) => tal.reduce((sum, en, i) => sum.replaceAll(`{${i}}`, String(en)), tekst)
  const say = (linjer) => {
    udfald.replaceChildren(
      ...linjer.map(([slags, tekst]) => {
        const del = document.createElement('p')
        del.className = `bb-udfald bb-udfald-${slags}`
        del.textContent = tekst
        return del
      }),
    )
    udfald.focus()
  }
  const readFil = async (navn) => {
    const [fil] = form.elements[navn].files
    if (!fil) return undefined
    if (fil.size > 20_000_000) return null
    try {
      return JSON.parse(await fil.text())
    } catch {
      return null
    }
  }

  const checkVidner = async (log, hoved, nu) => {
    const linjer = form.elements.vidnenoegler.value.split('\n').filter((linje) => linje.trim() !== '')
    const noegler = await Promise.all(linjer.map(parseVerifikator))
    const givet = form.elements.vidnekontrolpunkt.value.replaceAll('\r\n', '\n')
    // What witnesses have signed goes with the file; one that the reader has from a witness counts before it.
    const medsendt = typeof nu.bevidnet === 'string' && noegler.length > 0 ? nu.bevidnet : ''
    const tekst = givet.trim() === '' ? medsendt : givet
    if (tekst.trim() === '') return [['intet', t.ingenVidner]]
    if (noegler.some((en) => !en)) return [['fejl', t.vidnenoegleUgyldig]]
    const holdt = await readKontrolpunkt(tekst.endsWith('\n') ? tekst : `${tekst}\n`, log, noegler)
    if (!holdt) return [['fejl', t.kontrolpunktUgyldigt]]
    if (holdt.vidner.length === 0) return [['fejl', t.vidneMangler]]
    if (!hoved || !(await goesOn(holdt, hoved, nu.konsistens))) return [['fejl', t.vidneUenig]]
    const nyere = Math.max(0, hoved.antal - holdt.antal)
    const daekkede = nu.linjer.filter((led) => readLinje(led?.linje)?.nr <= holdt.antal).length
    return [
      ['godt', fill(t.vidneEnig, holdt.vidner.join(', '), nyere)],
      ['intet', fill(t.vidneDaekker, daekkede, nu.linjer.length - daekkede)],
    ]
  }

  const checkFoer = async (foer, nu, log, hoved) => {
    if (foer === undefined) return [['intet', t.ingenFoer]]
    const gammel = foer && (await verifyUdtraek(foer, log))
    if (!gammel) return [['fejl', t.foerUgyldig]]
    if (gammel.forkerte.length + gammel.fremmede.length > 0) return [['fejl', t.foerForkert]]
    if (gammel.hoved && (!hoved || gammel.hoved.antal > hoved.antal || !(await goesOn(gammel.hoved, hoved, nu.konsistens))))
      return [['fejl', t.foerUenig]]
    const svar = compareUdtraek(foer, nu)
    if (!svar) return [['fejl', t.foerUdvalg]]
    if (svar.mangler.length > 0) return [['fejl', fill(t.foerMangler, svar.mangler.length, svar.mangler.slice(0, 20).join(', '))]]
    return [['godt', fill(t.foerHel, svar.genfundne, svar.udenfor)]]
  }

  const check = async () => {
    if (!globalThis.crypto?.subtle) return [['fejl', t.ingenKrypto]]
    const log = await parseVerifikator(form.elements.noegle.value)
    if (!log) return [['fejl', t.noegleUgyldig]]
    const [nu, foer] = [await readFil('fil'), await readFil('foer')]
    const svar = nu && (await verifyUdtraek(nu, log))
    if (!svar) return [['fejl', t.filUgyldig]]
    const linjer = [['godt', fill(t.beviste, svar.beviste)]]
    if (svar.forkerte.length > 0)
      linjer[0] = ['fejl', fill(t.forkerte, svar.forkerte.length, svar.forkerte.slice(0, 20).join(', '))]
    if (svar.fremmede.length > 0)
      linjer.push(['fejl', fill(t.fremmede, svar.fremmede.length, svar.fremmede.slice(0, 20).join(', '))])
    if (svar.udaekkede > 0) linjer.push(['intet', fill(t.udaekkede, svar.udaekkede)])
    linjer.push(...(await checkVidner(log, svar.hoved, nu)), ...(await checkFoer(foer, nu, log, svar.hoved)))
    return linjer
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    check().then(say, () => say([['fejl', t.fejl]]))
  })
  form.hidden = false
}
