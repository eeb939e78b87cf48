import { stringify } from 'csv-stringify/sync'
import type { FastifyReply } from 'fastify'

/**
 * Rows as CSV for a Danish spreadsheet: semicolons, UTF-8 with its mark, and no cell that the program which opens it takes for a formula.
 */
export const writeCsv = (kolonner: readonly string[], raekker: readonly (readonly (string | number)[])[]): string =>
  stringify([[...kolonner], ...raekker.map((raekke) => [...raekke])], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })

/** A file to save; kept by nobody on the way. */
export const sendCsv = (reply: FastifyReply, navn: string, csv: string): FastifyReply =>
  reply
    .type('text/csv; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${navn}.csv"`)
    .send(csv)
