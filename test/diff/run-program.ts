// Runs the program that is named as its argument, with TypeScript.
await import(process.argv[2] ?? "");
