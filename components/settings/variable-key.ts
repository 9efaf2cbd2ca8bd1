type KeyOf<Name> = Name extends `${infer Noun}.${infer Part}` ? `${Noun}_${Part}` : never;

/** Under which the catalogue has the name of a variable: a dot there would be a step into it. */
export function variableKey<Name extends string>(name: Name): KeyOf<Name> {
  return name.replace(".", "_") as KeyOf<Name>;
}
