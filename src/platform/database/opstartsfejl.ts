/** The program cannot start. The message is one sentence for the operator: what is wrong and what to do. */
export class Opstartsfejl extends Error {
  override readonly name = 'Opstartsfejl'
}
