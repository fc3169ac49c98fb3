<%@ page contentType="text/html; charset=UTF-8" trimDirectiveWhitespaces="true" isELIgnored="false" %>
<!DOCTYPE html>
<html lang="en">
<head><title>Log in</title></head>
<body>
<form method="post" action="${pageContext.request.contextPath}/j_security_check">
  <input name="j_username"><input name="j_password" type="password"><button>Log in</button>
</form>
</body>
</html>
