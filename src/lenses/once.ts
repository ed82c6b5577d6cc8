/** Work that is asked for again and again about the same thing is done once; forgotten with the thing. */
export function once<Of extends object, Found>(work: (of: Of) => Found): (of: Of) => Found {
  const known = new WeakMap<Of, { found: Found }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.found;
    const found = work(of);
    known.set(of, { found });
    return found;
  };
}
