/** The outcome of a use case: a value, or a named refusal that the caller must look at. */
export type Resultat<T, A> = Ok<T> | Afvist<A>
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Afvist<A> = { readonly ok: false; readonly afvisning: A }

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const afvist = <A>(afvisning: A): Afvist<A> => ({ ok: false, afvisning })
