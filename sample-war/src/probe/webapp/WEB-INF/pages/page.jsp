<%@ page contentType="application/json; charset=UTF-8" session="false" trimDirectiveWhitespaces="true" isELIgnored="false" %>
{"tamboAuth":"${tamboAuth.name}","status":"${tamboAuth.status}","caller":"${pageContext.request.userPrincipal.name}"}
