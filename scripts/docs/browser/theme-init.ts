// Runs in the browser before the first paint, so that the remembered theme never flashes.
const root = document.documentElement;
root.classList.add("has-js");
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's scheme is used then.
}

export {};
