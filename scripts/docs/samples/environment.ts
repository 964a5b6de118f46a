/** The variable that a program reads a common parameter from: `teamId` becomes `CSTAR_TEAM_ID`. */
export function environmentName(parameter: string): string {
  const words = parameter.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_");
  return `CSTAR_${words.toUpperCase()}`;
}

/** The variable of JavaScript that holds a common parameter. */
export function variableName(parameter: string): string {
  return parameter.replace(/[^A-Za-z0-9_$]+/g, "_").replace(/^(?=\d)/, "_");
}
