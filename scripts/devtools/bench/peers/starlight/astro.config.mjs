// Starlight as its documentation begins, in the two languages. Its content is the
// Markdown of this site (scripts/bench_peers.py copies it).
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "http://127.0.0.1:8000",
  integrations: [
    starlight({
      title: "Starlight",
      defaultLocale: "nb",
      locales: { nb: { label: "Norsk", lang: "nb" }, en: { label: "English", lang: "en" } },
    }),
  ],
});
