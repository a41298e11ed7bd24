# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'task_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import (FigureField, LineField)
from desktop_app.widgets.fields.text_area import TextArea
class Ui_TaskForm(object):
    def setupUi(self, TaskForm):
        if not TaskForm.objectName():
            TaskForm.setObjectName(u"TaskForm")
        TaskForm.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(TaskForm)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.title = TextLabel(TaskForm)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.pair = QHBoxLayout()
        self.pair.setSpacing(12)
        self.pair.setObjectName(u"pair")
        self.pair.setContentsMargins(0, 0, 0, 0)
        self.percentField = Field(TaskForm)
        self.percentField.setObjectName(u"percentField")
        self.percentField.setMaximumSize(QSize(104, 16777215))
        self.percentColumn = QVBoxLayout(self.percentField)
        self.percentColumn.setSpacing(0)
        self.percentColumn.setObjectName(u"percentColumn")
        self.percentColumn.setContentsMargins(0, 0, 0, 0)
        self.percentEdit = FigureField(self.percentField)
        self.percentEdit.setObjectName(u"percentEdit")

        self.percentColumn.addWidget(self.percentEdit)


        self.pair.addWidget(self.percentField)

        self.dayField = Field(TaskForm)
        self.dayField.setObjectName(u"dayField")
        self.dayColumn = QVBoxLayout(self.dayField)
        self.dayColumn.setSpacing(0)
        self.dayColumn.setObjectName(u"dayColumn")
        self.dayColumn.setContentsMargins(0, 0, 0, 0)
        self.dayEdit = JalaliDateEdit(self.dayField)
        self.dayEdit.setObjectName(u"dayEdit")

        self.dayColumn.addWidget(self.dayEdit)


        self.pair.addWidget(self.dayField)


        self.column.addLayout(self.pair)

        self.tellers = QHBoxLayout()
        self.tellers.setSpacing(4)
        self.tellers.setObjectName(u"tellers")
        self.tellers.setContentsMargins(0, 0, 0, 0)
        self.toldField = Field(TaskForm)
        self.toldField.setObjectName(u"toldField")
        self.toldColumn = QVBoxLayout(self.toldField)
        self.toldColumn.setSpacing(0)
        self.toldColumn.setObjectName(u"toldColumn")
        self.toldColumn.setContentsMargins(0, 0, 0, 0)
        self.toldEdit = LineField(self.toldField)
        self.toldEdit.setObjectName(u"toldEdit")

        self.toldColumn.addWidget(self.toldEdit)


        self.tellers.addWidget(self.toldField)

        self.byPhone = Button(TaskForm)
        self.byPhone.setObjectName(u"byPhone")
        self.byPhone.setProperty(u"kind", u"quiet")
        self.byPhone.setProperty(u"compact", True)

        self.tellers.addWidget(self.byPhone, 0, Qt.AlignmentFlag.AlignBottom)

        self.byLetter = Button(TaskForm)
        self.byLetter.setObjectName(u"byLetter")
        self.byLetter.setProperty(u"kind", u"quiet")
        self.byLetter.setProperty(u"compact", True)

        self.tellers.addWidget(self.byLetter, 0, Qt.AlignmentFlag.AlignBottom)


        self.column.addLayout(self.tellers)

        self.noteField = Field(TaskForm)
        self.noteField.setObjectName(u"noteField")
        self.noteColumn = QVBoxLayout(self.noteField)
        self.noteColumn.setSpacing(0)
        self.noteColumn.setObjectName(u"noteColumn")
        self.noteColumn.setContentsMargins(0, 0, 0, 0)
        self.noteEdit = TextArea(self.noteField)
        self.noteEdit.setObjectName(u"noteEdit")

        self.noteColumn.addWidget(self.noteEdit)


        self.column.addWidget(self.noteField)

        self.dueField = Field(TaskForm)
        self.dueField.setObjectName(u"dueField")
        self.dueColumn = QVBoxLayout(self.dueField)
        self.dueColumn.setSpacing(0)
        self.dueColumn.setObjectName(u"dueColumn")
        self.dueColumn.setContentsMargins(0, 0, 0, 0)
        self.dueEdit = JalaliDateEdit(self.dueField)
        self.dueEdit.setObjectName(u"dueEdit")

        self.dueColumn.addWidget(self.dueEdit)


        self.column.addWidget(self.dueField)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.save = Button(TaskForm)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"filled")
        self.save.setProperty(u"icon_name", u"check")
        self.save.setProperty(u"hint", u"Ctrl+Enter")
        self.save.setProperty(u"compact", True)

        self.buttons.addWidget(self.save)

        self.leave = Button(TaskForm)
        self.leave.setObjectName(u"leave")
        self.leave.setProperty(u"kind", u"quiet")
        self.leave.setProperty(u"compact", True)

        self.buttons.addWidget(self.leave)

        self.buttonsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsGap)


        self.column.addLayout(self.buttons)


        self.retranslateUi(TaskForm)
    # setupUi

    def retranslateUi(self, TaskForm):
        self.percentField.setProperty(u"label_text", QCoreApplication.translate("TaskForm", u"\u062f\u0631\u0635\u062f \u067e\u06cc\u0634\u0631\u0641\u062a", None))
        self.dayField.setProperty(u"label_text", QCoreApplication.translate("TaskForm", u"\u0631\u0648\u0632", None))
        self.toldField.setProperty(u"label_text", QCoreApplication.translate("TaskForm", u"\u0686\u0647 \u06a9\u0633\u06cc \u062e\u0628\u0631 \u062f\u0627\u062f", None))
        self.byPhone.setText(QCoreApplication.translate("TaskForm", u"\u062a\u0644\u0641\u0646\u06cc", None))
#if QT_CONFIG(accessibility)
        self.byPhone.setAccessibleName(QCoreApplication.translate("TaskForm", u"\u062e\u0628\u0631 \u062a\u0644\u0641\u0646\u06cc", None))
#endif // QT_CONFIG(accessibility)
        self.byLetter.setText(QCoreApplication.translate("TaskForm", u"\u0646\u0627\u0645\u0647", None))
#if QT_CONFIG(accessibility)
        self.byLetter.setAccessibleName(QCoreApplication.translate("TaskForm", u"\u062e\u0628\u0631 \u0628\u0627 \u0646\u0627\u0645\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.noteField.setProperty(u"label_text", QCoreApplication.translate("TaskForm", u"\u0634\u0631\u062d", None))
        self.dueField.setProperty(u"label_text", QCoreApplication.translate("TaskForm", u"\u0645\u0647\u0644\u062a \u062e\u0648\u062f \u0648\u0627\u062d\u062f", None))
        self.save.setText(QCoreApplication.translate("TaskForm", u"\u062b\u0628\u062a", None))
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(QCoreApplication.translate("TaskForm", u"\u062b\u0628\u062a", None))
#endif // QT_CONFIG(accessibility)
        self.leave.setText(QCoreApplication.translate("TaskForm", u"\u0627\u0646\u0635\u0631\u0627\u0641", None))
#if QT_CONFIG(accessibility)
        self.leave.setAccessibleName(QCoreApplication.translate("TaskForm", u"\u0627\u0646\u0635\u0631\u0627\u0641 \u0627\u0632 \u0646\u0648\u0634\u062a\u0647", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

