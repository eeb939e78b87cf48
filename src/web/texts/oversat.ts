/** The same keys with any text in them: a language that lacks one, or takes other arguments, does not compile. */
export type Oversat<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Oversat<R>
    : { readonly [K in keyof T]: Oversat<T[K]> }
