<%@ page contentType="text/html; charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ page import="co.tambo.auth.TamboAuthWarning, co.tambo.sample.Html, co.tambo.sample.Page, java.util.Map" %>
<% Page me = (Page) request.getAttribute("page"); %>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>tambo-auth sample</title>
  <link rel="icon" href="sample.svg">
  <link rel="stylesheet" href="sample.css">
  <script src="sample.js" defer></script>
</head>
<body>
<header>
  <h1>Who am I?</h1>
  <p>A plain WAR whose users are Tambo users. This page is made on the server.</p>
</header>
<main>
  <noscript><p>The buttons of this page need JavaScript.</p></noscript>
  <section aria-labelledby="identity">
    <h2 id="identity">This browser
      <span id="state" class="badge <%= Html.text(me.status()) %>"><%= Html.text(me.status()) %></span></h2>
    <p id="sentence"><%= Html.text(me.sentence()) %></p>
<% if (me.identified()) { %>
    <dl id="user">
<%   for (Map.Entry<String, String> row : me.user().entrySet()) { %>
      <div><dt><%= Html.text(row.getKey()) %></dt><dd><%= Html.text(row.getValue()) %></dd></div>
<%   } %>
    </dl>
<% } %>
<% if (me.demo()) { %>
    <p class="actions">
      <button type="button" data-login="alice">Become alice</button>
      <button type="button" data-login="bob">Become bob</button>
<%   if (me.identified()) { %>
      <button type="button" id="logout" class="quiet">Log out</button>
<%   } %>
    </p>
    <p class="hint">The application's own login, as a legacy one: it keeps the user in the session,
      and its filter takes that as the user key.</p>
<% } %>
  </section>

  <section aria-labelledby="warnings">
    <h2 id="warnings">Configuration warnings</h2>
<% if (me.warnings().isEmpty()) { %>
    <p id="no-warnings">None.</p>
<% } else { %>
    <ul id="warning-list">
<%   for (TamboAuthWarning warning : me.warnings()) { %>
      <li><code><%= Html.text(warning.code()) %></code> <%= Html.text(warning.message()) %></li>
<%   } %>
    </ul>
<% } %>
  </section>

  <section aria-labelledby="tokens">
    <h2 id="tokens">Calls with a user token</h2>
<% if (me.demo()) { %>
    <p class="hint">A token of the demo issuer, which stays in this page's memory, goes to the
      servlet, to the REST resources and on to Tambo's threads.</p>
    <p class="actions">
      <button type="button" data-call="alice" data-roles="">Call as alice</button>
      <button type="button" data-call="bob" data-roles="admin">Call as bob (admin)</button>
      <button type="button" data-call="" data-roles="" class="quiet">Call as nobody</button>
    </p>
<% } else { %>
    <form id="own-token" class="actions">
      <label for="token">A user token of your issuer; it stays in this page's memory.</label>
      <input id="token" type="password" autocomplete="off" spellcheck="false" required>
      <button type="submit">Call with it</button>
    </form>
<% } %>
    <p id="caller" role="status" aria-live="polite"></p>
    <div id="answers"></div>
  </section>
</main>
</body>
</html>
