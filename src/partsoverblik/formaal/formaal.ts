import { OPSLAGSFORMAAL, type Opslagsformaal } from '#kernel'

/** What one is asked to say why one looks somebody up; 'sagsbehandling' is taken from a case and never chosen. */
export const VALGBARE_FORMAAL: readonly Opslagsformaal[] = OPSLAGSFORMAAL.filter((formaal) => formaal !== 'sagsbehandling')

/** Purposes that say too little by themselves: why must be told in words too. */
const MED_BEGRUNDELSE: ReadonlySet<Opslagsformaal> = new Set(['tilsyn', 'andet'])
export const needsBegrundelse = (formaal: Opslagsformaal): boolean => MED_BEGRUNDELSE.has(formaal)

export const HOEJST_BEGRUNDELSE = 200

type Formaalsord = { readonly navn: string; readonly om: string }

/** The purposes in the employee's words: what each is called, and when it is the right one. What the citizen reads is chosen by the citizen's pages. */
export const FORMAALSORD: Readonly<Record<Opslagsformaal, { readonly da: Formaalsord; readonly en: Formaalsord }>> = {
  sagsbehandling: {
    da: { navn: 'Sagsbehandling', om: 'Du eller din enhed behandler en af borgerens sager.' },
    en: { navn: 'Casework', om: 'You or your unit handle one of the citizen’s cases.' },
  },
  henvendelse: {
    da: { navn: 'Borgeren har henvendt sig', om: 'Borgeren har ringet, skrevet eller er mødt op.' },
    en: { navn: 'The citizen has contacted us', om: 'The citizen has called, written or turned up.' },
  },
  vejledning: {
    da: { navn: 'Vejledning', om: 'Du vejleder borgeren om rettigheder eller hjælp.' },
    en: { navn: 'Guidance', om: 'You are advising the citizen on rights or support.' },
  },
  partshoering: {
    da: { navn: 'Partshøring', om: 'Borgeren skal høres, før der træffes en afgørelse.' },
    en: { navn: 'Hearing of a party', om: 'The citizen is to be heard before a decision is made.' },
  },
  klage: {
    da: { navn: 'Klage', om: 'Du behandler en klage fra borgeren.' },
    en: { navn: 'Complaint', om: 'You are handling a complaint from the citizen.' },
  },
  aktindsigt: {
    da: { navn: 'Aktindsigt', om: 'Du behandler en anmodning om aktindsigt.' },
    en: { navn: 'Access to documents', om: 'You are handling a request for access to documents.' },
  },
  tilsyn: {
    da: { navn: 'Tilsyn eller kontrol', om: 'Et tilsyn eller en lovbestemt kontrol, du har fået til opgave.' },
    en: { navn: 'Supervision or control', om: 'Supervision or a control laid down by law that you have been assigned.' },
  },
  andet: {
    da: { navn: 'Noget andet', om: 'Ingen af de andre passer. Skriv, hvad det er.' },
    en: { navn: 'Something else', om: 'None of the others fits. Write what it is.' },
  },
}
