<%@ page contentType="text/html; charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<!DOCTYPE html>
<html lang="en">
<head><title>Not logged in</title></head>
<body><p>wrong name or password</p></body>
</html>
