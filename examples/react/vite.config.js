// Vite's development server would move the module away from its engine.
export default { base: "./", build: { target: "es2022" }, optimizeDeps: { exclude: ["visage"] } };
