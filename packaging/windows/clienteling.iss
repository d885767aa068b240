; The installer for Windows, by Inno Setup 6: see build.ps1. Installs for one person, without an administrator.
; VERSION is given by the caller.

[Setup]
AppId=Clienteling
AppName=Clienteling
AppVersion={#VERSION}
AppPublisher=The Clienteling authors
DefaultDirName={autopf}\Clienteling
DefaultGroupName=Clienteling
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\package\work\clienteling\clienteling.ico
UninstallDisplayIcon={app}\clienteling-window.exe
OutputDir=..\..\dist
OutputBaseFilename=clienteling-{#VERSION}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[InstallDelete]
; An older release must not leave files between those of the new one.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licenses"

[Files]
Source: "..\..\dist\clienteling\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Clienteling"; Filename: "{app}\clienteling-window.exe"
Name: "{autodesktop}\Clienteling"; Filename: "{app}\clienteling-window.exe"; Tasks: desktop

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Run]
Filename: "{app}\clienteling-window.exe"; Description: "{cm:LaunchProgram,Clienteling}"; Flags: nowait postinstall skipifsilent
