// Leads on from the address that a page had before, with what the reader asked for in it: a
// heading (#…) and a query. Without scripts the page leads on by itself, to the top.
"use strict";
{
  const target = new URL(document.currentScript.dataset.moved, location.href);
  if (!target.hash) target.hash = location.hash;
  if (!target.search) target.search = location.search;
  location.replace(target);
}
