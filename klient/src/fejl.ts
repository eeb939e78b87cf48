import type { Problem } from './skema.ts'

/** A refusal of the whole call: its status, its code (RFC 9457: the rule's number or the outcome), and the sentence in both languages. */
export class BorgerblikketFejl extends Error {
  override readonly name = 'BorgerblikketFejl'
  readonly status: number
  readonly kode: string
  readonly da: string
  readonly en: string

  constructor(status: number, { kode, detail, title }: Partial<Pick<Problem, 'kode' | 'detail' | 'title'>>) {
    const da = detail ?? `Serveren svarede ${status} uden forklaring.`
    super(kode ? `${kode}: ${da}` : da)
    this.status = status
    this.kode = kode ?? 'UVENTET'
    this.da = da
    this.en = title ?? `The server answered ${status} without an explanation.`
  }
}

/** The server was not reached, or cut the answer, in every attempt. What was acknowledged is kept: send again with the same key. */
export class Forbindelsesfejl extends Error {
  override readonly name = 'Forbindelsesfejl'
}

/** The refusal that an answer tells of. */
export async function readFejl(svar: Response): Promise<BorgerblikketFejl> {
  const laest: unknown = await svar.json().catch(() => ({}))
  return new BorgerblikketFejl(svar.status, typeof laest === 'object' && laest !== null ? laest : {})
}
