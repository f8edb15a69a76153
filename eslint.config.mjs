// The rules of the scripts of pages. The packages lie where tests have them: tests/package.json.
import { createRequire } from "node:module";

const load = createRequire(new URL("./tests/package.json", import.meta.url));
const js = load("@eslint/js");
const globals = load("globals");

// Globals of a browser that nothing here uses, and whose names say best what is meant.
const WELL_KNOWN = ["event", "length", "name", "open", "opener", "status", "top"];

const rules = {
  ...js.configs.recommended.rules,
  "arrow-body-style": "error",
  "consistent-return": "error",
  curly: ["error", "multi-line"],
  "default-case-last": "error",
  eqeqeq: "error",
  "no-alert": "error",
  "no-console": "error",
  "no-else-return": "error",
  "no-eval": "error",
  "no-implicit-globals": "error",
  "no-param-reassign": "error",
  "no-shadow": ["error", { allow: WELL_KNOWN, builtinGlobals: true }],
  "no-unused-expressions": "error",
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": ["error", { destructuring: "all" }],
  "prefer-template": "error",
};

export default [
  { ignores: [".venv/", ".cache/", "site/", "**/node_modules/", "scripts/devtools/bench/"] },
  {
    files: ["docs/assets/js/**/*.js", "overrides/branch-root/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules,
  },
  // No module: the script of pages that lead on. site.js is published as none, with what it imports.
  {
    files: ["docs/assets/js/moved.js"],
    languageOptions: { sourceType: "script" },
    rules: { strict: ["error", "global"], "no-implicit-globals": "off" },
  },
  {
    files: ["tests/js/**/*.js", "*.mjs"],
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: globals.node },
    rules,
  },
];
