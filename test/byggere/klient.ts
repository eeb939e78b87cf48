import { type Agent, type IncomingHttpHeaders, request } from 'node:http'

/** An answer with every byte of it: the status line's number, the headers as they stood on the wire, and the body. */
export type Svar = {
  readonly sti: string
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly raaHeadere: readonly string[]
  readonly krop: Buffer
  readonly tekst: string
}

export type Sporgsmaal = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Asks once, follows nothing, keeps no cookie. */
export function send(origin: string, sti: string, sporgsmaal: Sporgsmaal = {}, agent?: Agent): Promise<Svar> {
  const { hostname, port } = new URL(origin)
  const { method = 'GET', headers = {}, body } = sporgsmaal
  return new Promise((resolve, reject) => {
    const ud = request({ hostname, port, path: sti, method, headers, ...(agent ? { agent } : {}) }, (ind) => {
      const dele: Buffer[] = []
      ind.on('data', (del: Buffer) => dele.push(del))
      ind.on('error', reject)
      ind.on('end', () => {
        const krop = Buffer.concat(dele)
        const { statusCode = 0, headers: svarheadere, rawHeaders } = ind
        resolve({ sti, status: statusCode, headers: svarheadere, raaHeadere: rawHeaders, krop, tekst: krop.toString('utf8') })
      })
    })
    ud.on('error', reject)
    ud.end(body)
  })
}

/** A browser with a cookie jar of its own, for one host. Redirects are answers like others: they are looked at, not followed. */
export type Browser = {
  get(sti: string, headers?: Readonly<Record<string, string>>): Promise<Svar>
  /** A form sent from a page of the site itself; `headers` replace that. */
  post(sti: string, form?: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Svar>
  send(sti: string, sporgsmaal: Sporgsmaal): Promise<Svar>
  setCookie(linje: string): void
  cookies(): string
  /** The same cookies in a jar of its own: a second tab that has not seen what the first was told. */
  kopi(): Browser
}

export function createBrowser(origin: string, agent: Agent, cookies: ReadonlyMap<string, string> = new Map()): Browser {
  const krukke = new Map(cookies)
  const setCookie = (linje: string): void => {
    const [par = '', ...egenskaber] = linje.split(';').map((del) => del.trim())
    const skel = par.indexOf('=')
    if (egenskaber.some((en) => /^max-age=0$/i.test(en))) krukke.delete(par.slice(0, skel))
    else krukke.set(par.slice(0, skel), par.slice(skel + 1))
  }
  const cookieheader = () => [...krukke].map(([navn, vaerdi]) => `${navn}=${vaerdi}`).join('; ')
  const ask = async (sti: string, { headers, ...resten }: Sporgsmaal): Promise<Svar> => {
    const svar = await send(origin, sti, { ...resten, headers: { cookie: cookieheader(), ...headers } }, agent)
    for (const linje of svar.headers['set-cookie'] ?? []) setCookie(linje)
    return svar
  }
  return {
    get: (sti, headers = {}) => ask(sti, { headers }),
    post: (sti, form = {}, headers = { 'sec-fetch-site': 'same-origin', origin }) =>
      ask(sti, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      }),
    send: ask,
    setCookie,
    cookies: cookieheader,
    kopi: () => createBrowser(origin, agent, krukke),
  }
}
