<%@ page contentType="application/json; charset=UTF-8" session="false" trimDirectiveWhitespaces="true" isELIgnored="false" %>
{"tamboAuth":"${tamboAuth.name}","status":"${tamboAuth.status}","caller":"${pageContext.request.userPrincipal.name}","exception":"${requestScope['jakarta.servlet.error.exception_type']}","at":"${requestScope['jakarta.servlet.error.exception'].stackTrace[0]}"}
