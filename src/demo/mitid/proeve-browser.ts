/** A page as a browser ended on it. `location` is where it would have gone on to, where that was not followed. */
export type Side = {
  readonly url: string
  readonly status: number
  readonly body: string
  readonly headers: Headers
  readonly location: string | null
}

type Cookie = { readonly vaert: string; readonly sti: string; readonly navn: string; readonly vaerdi: string }
type Valg = { readonly follow?: boolean; readonly until?: string; readonly headers?: Readonly<Record<string, string>> }

/** Just enough of a browser to log in with: cookies by host and path (not port, as in real ones) and redirects. For tests. */
export function createBrowser(cookies: readonly Cookie[] = []) {
  let krukke = [...cookies]
  const setCookies: string[] = []
  const addresses: string[] = []
  const cookiesFor = ({ hostname, pathname }: URL) =>
    krukke
      .filter(
        ({ vaert, sti }) => vaert === hostname && (pathname === sti || pathname.startsWith(sti.endsWith('/') ? sti : `${sti}/`)),
      )
      .map(({ navn, vaerdi }) => `${navn}=${vaerdi}`)
      .join('; ')
  const keep = ({ hostname }: URL, linje: string): void => {
    setCookies.push(linje)
    const [par = '', ...egenskaber] = linje.split(';').map((del) => del.trim())
    const [navn = '', vaerdi = ''] = [par.slice(0, par.indexOf('=')), par.slice(par.indexOf('=') + 1)]
    const find = (egenskab: string) =>
      egenskaber.find((en) => en.toLowerCase().startsWith(`${egenskab}=`))?.slice(egenskab.length + 1)
    const sti = find('path') ?? '/'
    krukke = krukke.filter((en) => !(en.vaert === hostname && en.sti === sti && en.navn === navn))
    const forbi = find('max-age') === '0' || Date.parse(find('expires') ?? '9999-01-01') < Date.now()
    if (!forbi) krukke.push({ vaert: hostname, sti, navn, vaerdi })
  }
  const go = async (adresse: string, init: RequestInit, { follow = true, until, headers }: Valg): Promise<Side> => {
    const url = new URL(adresse)
    addresses.push(url.href)
    const svar = await fetch(url, { ...init, redirect: 'manual', headers: { ...headers, cookie: cookiesFor(url) } })
    for (const linje of svar.headers.getSetCookie()) keep(url, linje)
    const body = await svar.text()
    const location = svar.headers.get('location')
    const videre = location === null ? undefined : new URL(location, url)
    if (!videre || !follow || (until && videre.pathname === until))
      return { url: url.href, status: svar.status, body, headers: svar.headers, location }
    return go(videre.href, {}, { follow, ...(until === undefined ? {} : { until }) })
  }
  return {
    setCookies,
    addresses,
    open: (adresse: string, valg: Valg = {}) => go(adresse, {}, valg),
    post: (adresse: string, form: Record<string, string>, valg: Valg = {}) =>
      go(adresse, { method: 'POST', body: new URLSearchParams(form) }, valg),
    get: (vaert: string, navn: string) => krukke.find((en) => en.vaert === vaert && en.navn === navn)?.vaerdi,
    has: (vaert: string, navn: string) => krukke.some((en) => en.vaert === vaert && en.navn === navn),
    names: (vaert: string) => krukke.filter((en) => en.vaert === vaert).map(({ navn }) => navn),
    copy: () => createBrowser(krukke),
  }
}
