// “Hvor står dere?”: reckons where the answers lead, by the rule that stands on the same page. The
// answers lie in the address after #, which no browser sends to a host; nothing is stored.
"use strict";

import { copyText } from "./clipboard.js";
import { element, fill } from "./markup.js";

// The first step whose answers give its points, and what they give. As long as an answer is
// missing that may still hold a step up, none is named; `missing` are the questions to answer
// first. The same rule stands in scripts/content/self_test.py.
export const outcome = (steps, answers) => {
  for (const { id, atLeast, questions } of steps) {
    const missing = questions.filter((each) => !(answers[each.id] in each.points));
    const points = questions
      .filter((each) => !missing.includes(each))
      .reduce((sum, each) => sum + each.points[answers[each.id]], 0);
    if (points >= atLeast) return { step: id, points, missing: [] };
    if (missing.length) return { step: null, points, missing: missing.map((each) => each.id) };
  }
  return { step: null, points: 0, missing: [] };
};

// What an address says is taken where it is an answer to a question; anyone may have written it.
export const fromAddress = (hash, questions) => {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const known = questions.filter((each) => Object.hasOwn(each.points, said.get(each.id) ?? ""));
  return Object.fromEntries(known.map((each) => [each.id, said.get(each.id)]));
};

export const toAddress = (answers) => new URLSearchParams(answers).toString();

// The steps as the rule on the page has them, with the points of each answer.
const readSteps = (box) =>
  [...document.querySelectorAll("tr[data-step]")].map((row) => ({
    id: row.dataset.step,
    atLeast: Number(row.dataset.atLeast),
    leads: row.querySelector("[data-leads]"),
    questions: [...box.querySelectorAll(`fieldset[data-step="${row.dataset.step}"]`)].map(
      (fieldset) => ({
        id: fieldset.dataset.question,
        number: fieldset.dataset.number,
        legend: fieldset.querySelector("legend").textContent,
        fieldset,
        points: Object.fromEntries(
          [...fieldset.querySelectorAll("input")].map((radio) => [
            radio.value,
            Number(radio.dataset.points),
          ]),
        ),
      }),
    ),
  }));

export const start = (box) => {
  const steps = readSteps(box);
  const questions = steps.flatMap((step) => step.questions);
  const form = box.querySelector("form");
  const result = document.querySelector("[data-self-test-result]");
  if (!questions.length || !result) return;
  const phrases = box.dataset;
  const [said, shared] = [form, result].map((each) => each.querySelector("output"));
  const heading = result.querySelector("h3");
  const part = (name) => result.querySelector(`[data-${name}]`);
  const radios = () => [...box.querySelectorAll("input")];
  const given = () =>
    Object.fromEntries(
      radios()
        .filter((radio) => radio.checked)
        .map((radio) => [radio.name, radio.value]),
    );

  const count = box.querySelector(".self-test-count");
  const tally = () => {
    const values = { count: Object.keys(given()).length, all: questions.length };
    count.textContent = fill(count.dataset.told, values);
  };

  const keep = (answers) => {
    tally();
    const hash = toAddress(answers);
    const address = `${location.pathname}${location.search}${hash && "#"}${hash}`;
    history.replaceState(history.state, "", address);
    // The same answers in the other language.
    const language = document.querySelector("[data-language]");
    if (language) language.hash = hash;
  };

  const list = (name, found) => {
    part(name)
      .querySelector("ul")
      .replaceChildren(...found);
    part(name).hidden = !found.length;
  };

  const tell = (step, points, answers) => {
    const leads = step.leads.cloneNode(true);
    const counts = (each) => each.points[answers[each.id]] > 0;
    const name = leads.querySelector(".entry");
    heading.replaceChildren(...name.childNodes);
    name.remove();
    for (const lead of leads.querySelectorAll("[data-of]")) {
      const question = step.questions.find((each) => each.id === lead.dataset.of);
      if (!counts(question)) lead.remove();
    }
    const sum = element("p", { className: "self-test-sum" });
    sum.textContent = step.questions.length
      ? fill(phrases.sum, {
          questions: step.questions.map((each) => each.number).join(" + "),
          points,
          least: step.atLeast,
        })
      : phrases.byItself;
    part("answer").replaceChildren(...leads.childNodes, sum);
    // What earlier steps let by, and what was not agreed on anywhere.
    const earlier = steps
      .slice(0, steps.indexOf(step))
      .flatMap((each) =>
        each.questions.filter(counts).map((question) => ({ question, leads: each.leads })),
      );
    list(
      "open",
      earlier.map(({ question, leads: of }) => {
        const lead = of.querySelector(`[data-of="${question.id}"]`);
        const links = [...(lead?.querySelectorAll("a") ?? [])].map((each) => each.cloneNode(true));
        return element(
          "li",
          {},
          question.legend,
          ...links.flatMap((each, at) => [at ? ", " : " ", each]),
        );
      }),
    );
    list(
      "unsure",
      questions
        .filter((each) => answers[each.id] === "unsure")
        .map((each) => element("li", {}, each.legend)),
    );
    result.hidden = false;
  };

  // Whether there is a result; what is missing is only told to those who asked for one.
  const show = (asked) => {
    const answers = given();
    const { step, points, missing } = outcome(steps, answers);
    const lacking = questions.filter((each) => missing.includes(each.id));
    said.textContent =
      asked && lacking.length
        ? fill(phrases.noMore, { questions: lacking.map((each) => each.number).join(", ") })
        : "";
    if (step === null) {
      result.hidden = true;
      if (asked) lacking[0]?.fieldset.querySelector("input").focus();
      return false;
    }
    tell(
      steps.find((each) => each.id === step),
      points,
      answers,
    );
    return true;
  };

  const open = () => {
    const answers = fromAddress(location.hash, questions);
    if (!Object.keys(answers).length) return false;
    for (const radio of radios()) radio.checked = answers[radio.name] === radio.value;
    keep(answers);
    show(false);
    return true;
  };

  box.addEventListener("change", () => {
    keep(given());
    if (!result.hidden) show(false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (show(true)) heading.focus();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      said.textContent = "";
      result.hidden = true;
      keep({});
    }),
  );
  result
    .querySelector("[name=copy]")
    .addEventListener("click", () =>
      copyText(location.href, shared, phrases.copied, phrases.notCopied),
    );
  result.querySelector("[name=print]").addEventListener("click", () => {
    const html = document.documentElement;
    html.dataset.print = "self-test";
    addEventListener(
      "afterprint",
      () => {
        delete html.dataset.print;
      },
      { once: true },
    );
    print();
  });
  addEventListener("hashchange", () => {
    // A link to a heading takes the answers out of the address: they come back, once we are there.
    const answers = given();
    if (!open() && Object.keys(answers).length) keep(answers);
  });
  form.hidden = false;
  count.hidden = false;
  tally();
  open();
};
