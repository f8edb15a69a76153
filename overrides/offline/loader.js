// The scripts of a page as one, for pages that are opened from a folder: browsers load neither
// modules nor data from there, but they load classic scripts. What the site would fetch stands
// in assets/js/offline-data.js, which is put into the page when it is first asked for.
const offline = { made: {}, modules: {}, files: null };
offline.need = (name) => (offline.made[name] ??= offline.modules[name]());
offline.data = () =>
  (offline.files ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    globalThis.offlineFiles = done;
    script.onerror = () => failed(new Error("offline-data.js is missing"));
    script.src = new URL(
      "assets/js/offline-data.js",
      new URL(document.documentElement.dataset.base.replace(/\/?$/, "/"), location.href),
    );
    document.head.append(script);
  }));
const fetch = async (address) => {
  const files = await offline.data();
  const name = Object.keys(files).find((each) => new URL(address).pathname.endsWith(`/${each}`));
  return { ok: Boolean(name), status: name ? 200 : 404, json: async () => files[name] };
};
