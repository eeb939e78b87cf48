import { type CvrNummer, cvrNummer } from '#kernel'

/** A fictional municipality. Codes below 0100 are issued to none. */
export type Kommune = { readonly kode: string; readonly navn: string; readonly by: string; readonly cvr: CvrNummer }

/** Korsbæk Kommune and both CVR numbers are those of KOMBIT's own public samples. */
export const KORSBAEK: Kommune = { kode: '0000', navn: 'Korsbæk Kommune', by: 'Korsbæk', cvr: cvrNummer('11111111') }
export const BROBYSKOV: Kommune = { kode: '0001', navn: 'Brobyskov Kommune', by: 'Brobyskov', cvr: cvrNummer('12345678') }
export const KOMMUNER: readonly Kommune[] = [KORSBAEK, BROBYSKOV]
