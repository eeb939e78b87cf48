/** Why a note in RTF or OOXML cannot be read. */
export type Notatafvisning =
  /** Not of the format that it says, or cut off. */
  | 'ULAESELIGT'
  /** Nested deeper, or unpacked larger, than any note. */
  | 'FOR_DYBT'
  | 'FOR_STORT'
  /** Holds a program or another file. */
  | 'INDLEJRET'
  /** Locked with a password. */
  | 'LAAST'
