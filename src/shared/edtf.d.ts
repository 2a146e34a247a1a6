/** The part of the untyped `edtf` package that `range.ts` uses: bounds in milliseconds, UTC, and neighbours of the same precision. */
declare module 'edtf' {
  interface EdtfDate {
    readonly min: number;
    readonly max: number;
    next(): EdtfDate;
    prev(): EdtfDate;
  }
  export default function edtf(text: string): EdtfDate;
}
