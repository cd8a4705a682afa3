@echo off
rem Starts CrackScope with the Java runtime that lies beside it. CRACKSCOPE_JAVA_OPTIONS adds JVM flags.
setlocal
for %%I in ("%~dp0..") do set "home=%%~fI"
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
set "CLASSPATH="
"%home%\runtime\bin\java.exe" @OPTIONS@ %CRACKSCOPE_JAVA_OPTIONS% -cp "@CLASS_PATH@" io.crackscope.app.Launcher %*
exit /b %ERRORLEVEL%
