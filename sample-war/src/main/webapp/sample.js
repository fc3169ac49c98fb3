"use strict";

const CALLS = [
  ["GET", "servlet/me"],
  ["GET", "api/me"],
  ["GET", "api/admin"],
  ["POST", "api/threads"],
  ["GET", "api/threads"],
  ["GET", "tambo/auth-state"],
];

const caller = document.getElementById("caller");
const answers = document.getElementById("answers");

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className || "";
  return made;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (notJson) {
    return text;
  }
}

function show(method, path, response, text) {
  const title = element("h3", `${method} /${path}`);
  title.append(element("span", response.status, response.ok ? "ok" : "refused"));
  const article = element("article", "");
  article.append(title, element("pre", pretty(text)));
  answers.append(article);
}

async function call(method, path, token) {
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const response = await fetch(path, { method, headers, credentials: "omit", cache: "no-store" });
  show(method, path, response, await response.text());
}

async function callAll(who, token) {
  answers.replaceChildren();
  for (const [method, path] of CALLS) {
    await call(method, path, token);
  }
  caller.textContent = `Answers to ${who}:`;
}

async function post(path, fields) {
  const response = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
  if (!response.ok) {
    throw new Error(`POST /${path} was answered ${response.status}.`);
  }
  return response;
}

async function demoToken(user, roles) {
  const query = new URLSearchParams({ user, roles });
  return (await post(`demo/token?${query}`, {})).text();
}

async function busy(work) {
  const buttons = document.querySelectorAll("button");
  buttons.forEach((button) => (button.disabled = true));
  caller.textContent = "";
  try {
    await work();
  } catch (failure) {
    caller.textContent = `That did not work: ${failure.message}`;
  } finally {
    buttons.forEach((button) => (button.disabled = false));
  }
}

function onClick(selector, work) {
  for (const button of document.querySelectorAll(selector)) {
    button.addEventListener("click", () => busy(() => work(button.dataset)));
  }
}

onClick("[data-login]", async ({ login }) => {
  await post("session/login", { user: login });
  location.reload();
});

onClick("#logout", async () => {
  await post("session/logout", {});
  location.reload();
});

onClick("[data-call]", async ({ call: user, roles }) =>
  user ? callAll(user, await demoToken(user, roles)) : callAll("nobody", null));

document.getElementById("own-token")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = event.target.querySelector("input");
  const token = field.value.trim();
  field.value = "";
  busy(() => callAll("your token", token));
});
