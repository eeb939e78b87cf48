import type { Command } from 'commander'
import { Opstartsfejl } from '#platform/database'
import type { Samlkonfiguration } from './saml.ts'
import { readUdbydere } from './udbyder.ts'
import { formatUdbydere } from './udbyderliste.ts'

export type Udbyderkommandoer = {
  readonly print: (linje: string) => void
  /** Tells what an operator can mend in a sentence. */
  readonly guarded: (work: () => Promise<unknown>) => Promise<void>
  /** The installation's providers of login. */
  readonly saml: () => Samlkonfiguration | undefined
}

/** `adgang udbydere`: the operator looks over the providers of login. Needs no database. */
export function addUdbyderCommand(adgang: Command, { print, guarded, saml }: Udbyderkommandoer): void {
  adgang
    .command('udbydere')
    .description('Kommunernes egne login (SAML_UDBYDERE): hvem de taler for, og hvor længe deres certifikater gælder')
    .action(() =>
      guarded(async () => {
        const fil = saml()?.udbydere
        if (!fil) throw new Opstartsfejl('Der er ingen udbydere: angiv SAML_UDBYDERE.')
        for (const linje of formatUdbydere(await readUdbydere(fil), Date.now())) print(linje)
      }),
    )
}
